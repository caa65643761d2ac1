package dev.nightjar.asl.expression;

import static dev.nightjar.asl.expression.Arguments.number;
import static dev.nightjar.asl.expression.Arguments.optionalText;
import static dev.nightjar.asl.expression.Arguments.text;
import static dev.nightjar.asl.expression.Function.calling;
import static dev.nightjar.asl.expression.Function.defined;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.JException;
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
                "millis", calling("<:n>", (call, _) -> millis(call)),
                "toMillis", defined("<s-s?:n>", TimeFunctions::toMillis),
                "fromMillis",
                        defined("<n-s?s?:s>", args -> fromMillis((long) number(args, 0), args, 1)),
                "formatInteger", defined("<n-s:s>", TimeFunctions::formatInteger),
                "parseInteger", defined("<s-s:n>", TimeFunctions::parseInteger));
    }

    private static Number millis(Call call) {
        return JsonataValue.number(Evaluation.of(call).bindings().now().toEpochMilli());
    }

    private static String now(Call call, List<?> args) {
        return fromMillis(millis(call).longValue(), args, 0);
    }

    private static String fromMillis(long millis, List<?> args, int picture) {
        return Functions.dateTimeFromMillis(
                millis, optionalText(args, picture), optionalText(args, picture + 1));
    }

    private static @Nullable Number toMillis(List<?> args) {
        try {
            Long millis = Functions.dateTimeToMillis(text(args, 0), optionalText(args, 1));
            return millis == null ? null : JsonataValue.number(millis);
        } catch (JException problem) {
            throw problem;
        } catch (Exception _) {
            throw JsonataError.about(args.getFirst(), "D3110");
        }
    }

    private static String formatInteger(List<?> args) {
        return Functions.formatInteger(number(args, 0), text(args, 1));
    }

    private static @Nullable Number parseInteger(List<?> args) {
        try {
            Number parsed = Functions.parseInteger(text(args, 0), text(args, 1));
            return parsed == null ? (Number) Double.NaN : JsonataValue.number(parsed.doubleValue());
        } catch (JException problem) {
            throw problem;
        } catch (Exception _) {
            return Double.NaN;
        }
    }
}
