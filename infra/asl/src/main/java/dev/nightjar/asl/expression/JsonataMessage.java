package dev.nightjar.asl.expression;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.OpenJsonata;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The message of a JSONata error as JSONata itself words it. The library's catalogue says "Object"
 * where the original says "function" and has double quotes for single ones; its exceptions hold
 * what to insert by order, not by name.
 */
final class JsonataMessage {
    private static final Pattern PORTED_WORD = Pattern.compile("\\bObject\\b");
    private static final Pattern INSERT = Pattern.compile("\\{\\{(\\{?)(\\w+)}}}?");

    private JsonataMessage() {}

    static String of(JException problem) {
        String code = problem.getError();
        String sentence = OpenJsonata.sentence(code);
        if (sentence == null) {
            return code;
        }
        String worded = PORTED_WORD.matcher(sentence).replaceAll("function").replace('"', '\'');
        Map<String, @Nullable Object> inserts =
                problem instanceof JsonataError error ? error.inserts() : byOrder(worded, problem);
        return INSERT.matcher(worded).replaceAll(place -> insert(place, inserts));
    }

    private static Map<String, @Nullable Object> byOrder(String sentence, JException problem) {
        Map<String, @Nullable Object> inserts = new LinkedHashMap<>();
        Matcher places = INSERT.matcher(sentence);
        if (places.find()) {
            inserts.put(places.group(2), literal(problem.getCurrent()));
        }
        if (places.find()) {
            inserts.put(places.group(2), literal(problem.getExpected()));
        }
        return inserts;
    }

    /** The parser's token for null is Java's. */
    private static Object literal(@Nullable Object token) {
        return token == null ? Jsonata.NULL_VALUE : token;
    }

    private static String insert(MatchResult place, Map<String, @Nullable Object> inserts) {
        Object insert = inserts.get(place.group(2));
        boolean raw = !place.group(1).isEmpty();
        String text = raw ? String.valueOf(insert) : JsonText.ofInsert(insert);
        return Matcher.quoteReplacement(text);
    }
}
