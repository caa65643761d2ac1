package dev.nightjar.asl.parse;

import dev.nightjar.asl.Problem;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What came of reading a document. Immutable.
 *
 * @param machine the machine, as far as it could be read; null when the text is no JSON object with
 *     states. Not to be run when there are errors among the problems
 * @param problems everything that is wrong with the fields; {@link dev.nightjar.asl.check.Checker}
 *     knows the rest
 */
public record ParseResult(@Nullable StateMachine machine, List<Problem> problems) {

    public ParseResult {
        problems = List.copyOf(problems);
    }

    /**
     * The machine.
     *
     * @throws IllegalArgumentException naming every error, when there is one
     */
    public StateMachine machineOrThrow() {
        if (machine == null || problems.stream().anyMatch(Problem::isError)) {
            throw new IllegalArgumentException(
                    problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        }
        return machine;
    }
}
