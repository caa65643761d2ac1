package dev.nightjar.asl.expression;

import static dev.nightjar.asl.expression.Arguments.list;
import static dev.nightjar.asl.expression.Arguments.number;
import static dev.nightjar.asl.expression.Arguments.numberOr;
import static dev.nightjar.asl.expression.Function.defined;
import static dev.nightjar.asl.expression.Function.plain;
import static dev.nightjar.asl.expression.JsonataValue.number;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.regex.Pattern;

/** JSONata's "Numeric functions" and "Numeric aggregation functions". */
final class NumberFunctions {
    private static final Pattern DECIMAL =
            Pattern.compile("-?[0-9]+(\\.[0-9]+)?([Ee][-+]?[0-9]+)?");
    private static final Pattern RADIX =
            Pattern.compile("0[xX][0-9A-Fa-f]+|0[oO][0-7]+|0[bB][0-1]+");

    private NumberFunctions() {}

    static Map<String, Function> all() {
        Map<String, Function> functions = new HashMap<>();
        functions.put("number", defined("<(nsb)-:n>", args -> cast(args.getFirst())));
        functions.put("abs", defined("<n-:n>", args -> number(Math.abs(number(args, 0)))));
        functions.put("floor", defined("<n-:n>", args -> number(Math.floor(number(args, 0)))));
        functions.put("ceil", defined("<n-:n>", args -> number(Math.ceil(number(args, 0)))));
        functions.put(
                "round",
                defined("<n-n?:n>", args -> number(round(number(args, 0), numberOr(args, 1, 0)))));
        functions.put("sqrt", defined("<n-:n>", args -> number(sqrt(number(args, 0)))));
        functions.put("power", defined("<n-n:n>", args -> number(power(args))));
        functions.put("formatBase", defined("<n-n?:s>", NumberFunctions::formatBase));
        functions.put(
                "formatNumber",
                defined(
                        "<n-so?:s>",
                        args ->
                                NumberPicture.format(
                                        number(args, 0),
                                        Arguments.text(args, 1),
                                        Arguments.optionalMap(args, 2))));
        functions.put("sum", defined("<a<n>:n>", args -> number(folded(args, 0, Double::sum))));
        functions.put("max", defined("<a<n>:n>", args -> extreme(args, Math::max)));
        functions.put("min", defined("<a<n>:n>", args -> extreme(args, Math::min)));
        functions.put("average", defined("<a<n>:n>", NumberFunctions::average));
        functions.put("count", plain("<a:n>", NumberFunctions::count));
        return functions;
    }

    private static Number cast(@Nullable Object value) {
        if (value instanceof Number number) {
            return number;
        }
        if (value instanceof Boolean flag) {
            return flag ? 1 : 0;
        }
        if (value instanceof String text) {
            if (DECIMAL.matcher(text).matches() && Double.isFinite(Double.parseDouble(text))) {
                return number(Double.parseDouble(text));
            }
            if (RADIX.matcher(text).matches()) {
                return number(new BigInteger(text.substring(2), radix(text)).doubleValue());
            }
        }
        throw JsonataError.about(value, "D3030");
    }

    private static int radix(String text) {
        return switch (Character.toLowerCase(text.charAt(1))) {
            case 'x' -> 16;
            case 'o' -> 8;
            default -> 2;
        };
    }

    /** Half to even, of the number as it is written. */
    static double round(double value, double precision) {
        if (!Double.isFinite(value)) {
            return value;
        }
        double shifted = precision == 0 ? value : shifted(value, precision);
        double rounded = Math.rint(shifted);
        return precision == 0 ? rounded : shifted(rounded, -precision);
    }

    private static double shifted(double value, double places) {
        return new BigDecimal(Double.toString(value)).scaleByPowerOfTen((int) places).doubleValue();
    }

    private static double sqrt(double value) {
        if (value < 0) {
            throw JsonataError.about(value, "D3060");
        }
        return Math.sqrt(value);
    }

    private static double power(List<?> args) {
        double result = Math.pow(number(args, 0), numberOr(args, 1, Double.NaN));
        if (!Double.isFinite(result)) {
            throw JsonataError.about(args.get(0), "D3061").and("exp", args.get(1));
        }
        return result;
    }

    private static String formatBase(List<?> args) {
        double value = round(number(args, 0), 0);
        double radix = round(numberOr(args, 1, 10), 0);
        if (!(radix >= Character.MIN_RADIX && radix <= Character.MAX_RADIX)) {
            throw JsonataError.about(radix, "D3100");
        }
        if (radix == 10 || !Double.isFinite(value)) {
            return Double.isFinite(value) ? NumberText.of(value) : Double.toString(value);
        }
        return new BigDecimal(value).toBigInteger().toString((int) radix);
    }

    private static double folded(List<?> args, double first, DoubleBinaryOperator operator) {
        double result = first;
        for (Object each : list(args, 0)) {
            result = operator.applyAsDouble(result, ((Number) each).doubleValue());
        }
        return result;
    }

    private static @Nullable Number extreme(List<?> args, DoubleBinaryOperator operator) {
        List<?> numbers = list(args, 0);
        if (numbers.isEmpty()) {
            return null;
        }
        return number(folded(args, ((Number) numbers.getFirst()).doubleValue(), operator));
    }

    private static @Nullable Number average(List<?> args) {
        int count = list(args, 0).size();
        return count == 0 ? null : number(folded(args, 0, Double::sum) / count);
    }

    private static Number count(List<?> args) {
        return args.getFirst() instanceof List<?> list ? list.size() : 0;
    }
}
