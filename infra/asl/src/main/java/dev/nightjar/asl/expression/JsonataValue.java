package dev.nightjar.asl.expression;

import com.dashjoin.jsonata.OpenJsonata;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * What values of the language are. Undefined is Java's null, null is the library's {@code
 * NULL_VALUE}, and a whole number is an Integer or Long wherever it fits, so that equal numbers are
 * equal objects.
 */
final class JsonataValue {
    private JsonataValue() {}

    /** A number in its canonical class. */
    static Number number(double value) {
        long whole = (long) value;
        if (whole != value || whole == Long.MAX_VALUE || whole == Long.MIN_VALUE) {
            return value;
        }
        return number(whole);
    }

    static Number number(long value) {
        int small = (int) value;
        return small == value ? (Number) small : (Number) value;
    }

    /**
     * Whether a value takes part in arithmetic: NaN does not.
     *
     * @throws JsonataError D1001 for an infinite number
     */
    static boolean isNumber(@Nullable Object value) {
        if (!(value instanceof Number number)) {
            return false;
        }
        double amount = number.doubleValue();
        if (Double.isInfinite(amount)) {
            throw JsonataError.about(value, "D1001");
        }
        return !Double.isNaN(amount);
    }

    /** Whether a value counts as true ("Boolean functions", $boolean); undefined does not. */
    static boolean isTrue(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Boolean flag -> flag;
            case String text -> !text.isEmpty();
            case Number number -> isNumber(number) && number.doubleValue() != 0;
            case List<?> list -> list.stream().anyMatch(JsonataValue::isTrue);
            case Map<?, ?> map -> !map.isEmpty();
            default -> OpenJsonata.isFunction(value);
        };
    }

    /** The value's letter in the signature of a function. */
    static char letter(@Nullable Object value) {
        return switch (value) {
            case null -> 'm';
            case String _ -> 's';
            case Number _ -> 'n';
            case Boolean _ -> 'b';
            case List<?> _ -> 'a';
            case Map<?, ?> _ -> 'o';
            default -> OpenJsonata.isFunction(value) ? 'f' : 'l';
        };
    }

    static boolean areEqual(Object left, Object right) {
        boolean bothNaN = left instanceof Double number && number.isNaN();
        return !bothNaN && left.equals(right);
    }

    /** Identity, which is equality for values without parts. */
    static boolean areSame(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Map || left instanceof List) {
            return JsonView.areSame(left, right);
        }
        return left != null && right != null && areEqual(left, right);
    }
}
