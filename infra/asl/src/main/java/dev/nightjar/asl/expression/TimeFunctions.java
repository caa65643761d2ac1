package dev.nightjar.asl.expression;

import static dev.nightjar.asl.expression.Arguments.number;
import static dev.nightjar.asl.expression.Arguments.optionalText;
import static dev.nightjar.asl.expression.Arguments.text;
import static dev.nightjar.asl.expression.Function.calling;
import static dev.nightjar.asl.expression.Function.defined;
import static dev.nightjar.asl.expression.Function.definedBy;

import com.dashjoin.jsonata.OpenJsonata.Call;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** JSONata's "Date/Time functions", and the pictures of whole numbers that they share. */
final class TimeFunctions {
    private TimeFunctions() {}

    static Map<String, Function> all() {
        return Map.of(
                "now", calling("<s?s?:s>", TimeFunctions::now),
                "millis", calling("<:n>", (call, _) -> JsonataValue.number(millis(call))),
                "toMillis", definedBy("<s-s?:n>", TimeFunctions::toMillis),
                "fromMillis", defined("<n-s?s?:s>", TimeFunctions::fromMillis),
                "formatInteger",
                        defined(
                                "<n-s:s>",
                                args -> IntegerPicture.of(text(args, 1)).format(number(args, 0))),
                "parseInteger",
                        defined(
                                "<s-s:n>",
                                args ->
                                        JsonataValue.number(
                                                IntegerPicture.of(text(args, 1))
                                                        .parse(text(args, 0)))));
    }

    private static long millis(Call call) {
        return Evaluation.of(call).bindings().now().toEpochMilli();
    }

    private static String now(Call call, List<?> args) {
        return TimeFormat.format(millis(call), optionalText(args, 0), optionalText(args, 1));
    }

    private static String fromMillis(List<?> args) {
        return TimeFormat.format(
                (long) number(args, 0), optionalText(args, 1), optionalText(args, 2));
    }

    private static @Nullable Number toMillis(Call call, List<?> args) {
        String picture = optionalText(args, 1);
        return picture == null
                ? TimeParse.iso(text(args, 0))
                : TimeParse.of(text(args, 0), picture, millis(call));
    }
}
