package dev.nightjar.aws.states;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** What Step Functions says to a redrive. */
public sealed interface RedriveAnswer {
    /** It goes on. */
    record Redriven(Instant at) implements RedriveAnswer {
        public Redriven {
            requireNonNull(at, "at is null");
        }
    }

    /** It cannot, for a reason in the service's words. */
    record Refused(String why) implements RedriveAnswer {
        public Refused {
            requireNonNull(why, "why is null");
        }
    }
}
