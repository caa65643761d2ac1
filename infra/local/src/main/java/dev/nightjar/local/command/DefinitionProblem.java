package dev.nightjar.local.command;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.Problem;
import dev.nightjar.asl.check.Checker;
import dev.nightjar.asl.check.PointerPositions;

import java.util.List;
import java.util.Locale;

/**
 * A problem of a state machine, in its file.
 *
 * @param file as the user named it
 * @param line from 1
 * @param column from 1
 * @param pointer JSON pointer of the value
 * @param severity ERROR or WARNING
 * @param code AWS's diagnostic code
 */
record DefinitionProblem(
        String file,
        int line,
        int column,
        String pointer,
        String severity,
        String code,
        String message,
        String remedy) {
    DefinitionProblem {
        requireNonNull(file, "file is null");
        requireNonNull(pointer, "pointer is null");
        requireNonNull(severity, "severity is null");
        requireNonNull(code, "code is null");
        requireNonNull(message, "message is null");
        requireNonNull(remedy, "remedy is null");
    }

    /** All problems of a text. */
    static List<DefinitionProblem> of(String file, String text) {
        PointerPositions positions = PointerPositions.of(text);
        return Checker.check(text).stream().map(problem -> of(file, problem, positions)).toList();
    }

    private static DefinitionProblem of(String file, Problem problem, PointerPositions positions) {
        PointerPositions.Position position = positions.at(problem.pointer());
        return new DefinitionProblem(
                file,
                position.line(),
                position.column(),
                problem.pointer(),
                problem.severity().name(),
                problem.code(),
                problem.message(),
                problem.remedy());
    }

    boolean isError() {
        return severity.equals("ERROR");
    }

    /** {@code file:line:column error CODE message. remedy}. */
    String text() {
        String place = file + ":" + line + ":" + column;
        String stop = message.endsWith(".") ? " " : ". ";
        return String.join("  ", place, severity.toLowerCase(Locale.ROOT), code, message)
                + stop
                + remedy;
    }
}
