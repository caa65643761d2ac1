package dev.nightjar.asl.expression;

import static dev.nightjar.asl.expression.Arguments.any;
import static dev.nightjar.asl.expression.Arguments.number;
import static dev.nightjar.asl.expression.Arguments.text;
import static dev.nightjar.asl.expression.Function.definedBy;

import com.dashjoin.jsonata.OpenJsonata.Call;
import com.dashjoin.jsonata.Utils;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSONata's string functions that take a pattern: a text, a regular expression or a function. */
final class MatchFunctions {
    private MatchFunctions() {}

    static Map<String, Function> all() {
        return Map.of(
                "contains", definedBy("<s-(sf):b>", MatchFunctions::contains),
                "match", definedBy("<s-f<s:o>n?:a<o>>", MatchFunctions::match),
                "replace", definedBy("<s-(sf)(sf)n?:s>", MatchFunctions::replace),
                "split", definedBy("<s-(sf)n?:a<s>>", MatchFunctions::split));
    }

    private static boolean contains(Call call, List<?> args) {
        return args.get(1) instanceof String token
                ? text(args, 0).contains(token)
                : Match.first(call, any(args, 1), text(args, 0)) != null;
    }

    private static Object match(Call call, List<?> args) {
        double limit = limit(args, 2, "D3040");
        List<Object> found = Utils.createSequence();
        Match match = limit > 0 ? Match.first(call, any(args, 1), text(args, 0)) : null;
        while (match != null && found.size() < limit) {
            Map<String, @Nullable Object> each = new LinkedHashMap<>();
            each.put("match", match.text());
            each.put("index", match.start());
            each.put("groups", match.groups());
            found.add(each);
            call.guard().sequence(found.size());
            match = match.next(call);
        }
        return found;
    }

    private static Object split(Call call, List<?> args) {
        String text = text(args, 0);
        double limit = limit(args, 2, "D3020");
        if (args.get(1) instanceof String separator) {
            return splitAt(text, separator, (int) limit);
        }
        List<Object> parts = new ArrayList<>();
        Match match = limit > 0 ? Match.first(call, any(args, 1), text) : null;
        int from = 0;
        while (match != null && parts.size() < limit) {
            parts.add(text.substring(from, match.start()));
            from = match.end();
            match = match.next(call);
        }
        if (parts.size() < limit) {
            parts.add(text.substring(from));
        }
        return parts;
    }

    private static List<Object> splitAt(String text, String separator, int limit) {
        List<Object> parts = new ArrayList<>();
        int from = 0;
        int at = separator.isEmpty() ? 1 : text.indexOf(separator);
        while (at >= 0 && at < text.length() + separator.length() && parts.size() < limit) {
            parts.add(text.substring(from, at));
            from = at + separator.length();
            at = separator.isEmpty() ? at + 1 : text.indexOf(separator, from);
        }
        boolean rest = !separator.isEmpty() || from < text.length();
        if (rest && parts.size() < limit) {
            parts.add(text.substring(from));
        }
        return parts;
    }

    private static String replace(Call call, List<?> args) {
        String text = text(args, 0);
        if ("".equals(args.get(1))) {
            throw JsonataError.about("", "D3010");
        }
        double limit = limit(args, 3, "D3011");
        Object replacement = any(args, 2);
        String result =
                args.get(1) instanceof String pattern
                        ? replaceText(text, pattern, replacement, limit)
                        : replaceMatches(call, args, limit);
        Evaluation.of(call).text(result.length());
        return result;
    }

    private static String replaceText(
            String text, String pattern, Object replacement, double limit) {
        StringBuilder result = new StringBuilder();
        int from = 0;
        int count = 0;
        for (int at = text.indexOf(pattern);
                at >= 0 && count < limit;
                at = text.indexOf(pattern, from)) {
            result.append(text, from, at).append(asText(replacement));
            from = at + pattern.length();
            count++;
        }
        return result.append(text, from, text.length()).toString();
    }

    private static String replaceMatches(Call call, List<?> args, double limit) {
        String text = text(args, 0);
        StringBuilder result = new StringBuilder();
        Match match = limit > 0 ? Match.first(call, any(args, 1), text) : null;
        int from = 0;
        for (int count = 0; match != null && count < limit; count++) {
            result.append(text, from, match.start());
            result.append(
                    args.get(2) instanceof String template
                            ? match.filledIn(template)
                            : asText(call.apply(args.get(2), List.of(match.value()))));
            Evaluation.of(call).text(result.length());
            from = match.start() + match.text().length();
            match = match.next(call);
        }
        return result.append(text, from, text.length()).toString();
    }

    private static String asText(@Nullable Object replacement) {
        if (replacement instanceof String text) {
            return text;
        }
        throw JsonataError.about(replacement, "D3012");
    }

    private static double limit(List<?> args, int index, String refusal) {
        double limit = args.get(index) == null ? Double.MAX_VALUE : number(args, index);
        if (limit < 0) {
            throw JsonataError.about(args.get(index), refusal);
        }
        return limit;
    }
}
