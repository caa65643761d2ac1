package dev.nightjar.local.deployed;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A call that a function has answered, by the line that it logs last, and that has not ended, by
 * Lambda's own lines around it.
 *
 * @param container of the function
 * @param request Lambda's id of the call
 */
record StuckCall(String container, String request) {
    private static final Pattern START =
            Pattern.compile("^START RequestId: (\\S+)", Pattern.MULTILINE);

    StuckCall {
        requireNonNull(container, "container is null");
        requireNonNull(request, "request is null");
    }

    /** The newest call in what the container has said, if it is such a one. */
    static Optional<StuckCall> find(String container, String said) {
        return START.matcher(said)
                .results()
                .reduce((earlier, later) -> later)
                .filter(start -> isAnswered(start, said) && !isEnded(start, said))
                .map(start -> new StuckCall(container, start.group(1)));
    }

    private static boolean isAnswered(MatchResult start, String said) {
        return said.indexOf("\"requestId\":\"%s\"".formatted(start.group(1)), start.end()) >= 0;
    }

    private static boolean isEnded(MatchResult start, String said) {
        return said.indexOf("END RequestId: " + start.group(1), start.end()) >= 0;
    }
}
