package dev.nightjar.local.night;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.error.ErrorTable.Continuation;
import dev.nightjar.core.night.RunId;

/** Whether a run can go on where it stopped, in the same attempt. */
public sealed interface Redrive {

    /** It can. */
    record Possible(RedrivableRun run) implements Redrive {
        public Possible {
            requireNonNull(run, "run is null");
        }
    }

    /** It cannot, for a reason in one sentence without a full stop. */
    sealed interface Refused extends Redrive {
        String why();
    }

    /** Another run, or this one, is to be looked at: it is at work, or has taken the slot over. */
    record LookAt(String why, RunId run) implements Refused {
        public LookAt {
            requireNonNull(why, "why is null");
            requireNonNull(run, "run is null");
        }
    }

    /** It ended well. */
    record Done(String why) implements Refused {
        public Done {
            requireNonNull(why, "why is null");
        }
    }

    /** Its machine caught what failed, because only a new attempt can help. */
    record Caught(String why, Continuation continuation) implements Refused {
        public Caught {
            requireNonNull(why, "why is null");
            requireNonNull(continuation, "continuation is null");
        }
    }

    /** The execution cannot be redriven any more. */
    record Gone(String why) implements Refused {
        public Gone {
            requireNonNull(why, "why is null");
        }
    }
}
