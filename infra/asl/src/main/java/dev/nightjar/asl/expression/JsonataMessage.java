package dev.nightjar.asl.expression;

import com.dashjoin.jsonata.JException;

import org.jspecify.annotations.Nullable;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The message of a JSONata error as JSONata itself words it. The library's catalogue says "Object"
 * where the original says "function", and quotes numbers.
 */
final class JsonataMessage {
    private static final Pattern PORTED_WORD = Pattern.compile("\\bObject\\b");

    private JsonataMessage() {}

    static String of(JException problem) {
        String text = JException.msg(problem.getError(), problem.getLocation(), null, null);
        if (text.startsWith("JSONataException ")) {
            return String.valueOf(problem.getError());
        }
        String message = String.valueOf(problem.getMessage());
        String worded = PORTED_WORD.matcher(message).replaceAll("function");
        return unquote(unquote(worded, problem.getCurrent()), problem.getExpected());
    }

    private static String unquote(String message, @Nullable Object insert) {
        if (!(insert instanceof Number)) {
            return message;
        }
        String quoted = Pattern.quote("\"" + insert + "\"");
        return message.replaceFirst(quoted, Matcher.quoteReplacement(insert.toString()));
    }
}
