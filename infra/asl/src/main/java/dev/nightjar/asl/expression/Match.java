package dev.nightjar.asl.expression;

import com.dashjoin.jsonata.OpenJsonata.Call;
import com.dashjoin.jsonata.OpenJsonata.Guard;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One match of a pattern, as the value that a matcher function gives: its text, where it starts and
 * ends, its groups, and a function for the next ("Regular expressions", writing a matcher).
 */
record Match(Map<?, ?> value) {

    /** The first match of a matcher, or null. */
    static @Nullable Match first(Call call, Object matcher, String text) {
        return of(call.apply(matcher, List.of(text)));
    }

    private static @Nullable Match of(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        boolean usable =
                value instanceof Map<?, ?> map
                        && map.get("start") instanceof Number
                        && map.get("match") instanceof String
                        && map.get("end") instanceof Number;
        if (!usable) {
            throw JsonataError.of("T1010");
        }
        return new Match((Map<?, ?>) value);
    }

    /** The first match of a regular expression, as a value of the language, or null. */
    static @Nullable Object ofRegex(Pattern pattern, @Nullable Object text, Guard guard) {
        if (!(text instanceof String string)) {
            return null;
        }
        Matcher matcher = pattern.matcher(new WatchedText(string, (Evaluation) guard));
        return matcher.find() ? valueOf(matcher, string) : null;
    }

    private static Map<String, @Nullable Object> valueOf(Matcher matcher, String text) {
        Map<String, @Nullable Object> value = new LinkedHashMap<>();
        value.put("match", matcher.group());
        value.put("start", matcher.start());
        value.put("end", matcher.end());
        List<@Nullable Object> groups = new ArrayList<>();
        for (int i = 1; i <= matcher.groupCount(); i++) {
            groups.add(matcher.group(i));
        }
        value.put("groups", groups);
        int end = matcher.end();
        value.put("next", Function.unchecked(0, (_, _) -> after(matcher, end, text)));
        return value;
    }

    private static @Nullable Object after(Matcher matcher, int end, String text) {
        if (end >= text.length() || !matcher.find(end)) {
            return null;
        }
        if (matcher.group().isEmpty()) {
            throw JsonataError.about(matcher.pattern().pattern(), "D1004");
        }
        return valueOf(matcher, text);
    }

    String text() {
        return (String) Arguments.any(List.of(value.get("match")), 0);
    }

    int start() {
        return ((Number) Arguments.any(List.of(value.get("start")), 0)).intValue();
    }

    int end() {
        return ((Number) Arguments.any(List.of(value.get("end")), 0)).intValue();
    }

    List<?> groups() {
        return value.get("groups") instanceof List<?> groups ? groups : Collections.emptyList();
    }

    /** The next match, or null. */
    @Nullable Match next(Call call) {
        return of(call.apply(value.get("next"), Collections.singletonList(null)));
    }

    /** A replacement with its {@code $0}, {@code $1} and so on filled in. */
    String filledIn(String template) {
        StringBuilder filled = new StringBuilder();
        int at = 0;
        while (at < template.length()) {
            char letter = template.charAt(at++);
            if (letter != '$' || at == template.length()) {
                filled.append(letter);
            } else if (template.charAt(at) == '$') {
                filled.append('$');
                at++;
            } else if (template.charAt(at) == '0') {
                filled.append(text());
                at++;
            } else {
                at = appendGroup(filled, template, at);
            }
        }
        return filled.toString();
    }

    /** The longest number that can be a group's; a dollar before no number stays one. */
    private int appendGroup(StringBuilder filled, String template, int at) {
        int most = String.valueOf(Math.max(1, groups().size())).length();
        int end = at;
        while (end < template.length() && end - at < most && isDigit(template.charAt(end))) {
            end++;
        }
        if (end == at) {
            filled.append('$');
            return at;
        }
        int group = Integer.parseInt(template, at, end, 10);
        if (group > groups().size() && end - at > 1) {
            end--;
            group = Integer.parseInt(template, at, end, 10);
        }
        Object found = group >= 1 && group <= groups().size() ? groups().get(group - 1) : null;
        filled.append(found == null ? "" : found);
        return end;
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }

    /** A text that counts how often a pattern looks at it. */
    private record WatchedText(String text, Evaluation evaluation) implements CharSequence {
        @Override
        public char charAt(int index) {
            evaluation.step();
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
