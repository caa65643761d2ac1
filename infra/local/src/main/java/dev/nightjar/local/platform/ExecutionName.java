package dev.nightjar.local.platform;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which execution of which machine, as its ARN says.
 *
 * @param machine {@code training} or {@code scoring}
 * @param name unique within the machine
 */
record ExecutionName(String machine, String name) {
    private static final Pattern ARN =
            Pattern.compile("arn:aws:states:here:000000000000:execution:([a-z]+):([\\w-]+)");

    ExecutionName {
        requireNonNull(machine, "machine is null");
        requireNonNull(name, "name is null");
    }

    /** Empty when the text names no execution that could have run here. */
    static Optional<ExecutionName> parse(String arn) {
        Matcher matcher = ARN.matcher(arn);
        return matcher.matches()
                ? Optional.of(new ExecutionName(matcher.group(1), matcher.group(2)))
                : Optional.empty();
    }

    String arn() {
        return "arn:aws:states:here:000000000000:execution:" + machine + ":" + name;
    }
}
