package dev.nightjar.asl.expression;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The parameters of a function, in JSONata's notation ("Embedding and extending", function
 * signatures), e.g. {@code <s-n?:s>}. A minus lets the context value stand in. Immutable and safe
 * for use by many threads.
 */
final class Signature {
    private static final Map<String, String> PLURALS =
            Map.of(
                    "a", "arrays",
                    "b", "booleans",
                    "f", "functions",
                    "n", "numbers",
                    "o", "objects",
                    "s", "strings");
    private static final int MOST_REMEMBERED = 64;

    private final List<Parameter> parameters = new ArrayList<>();
    private final Pattern whole;
    private final Map<String, int[]> shapes = new ConcurrentHashMap<>();

    private record Parameter(
            boolean array,
            @Nullable String element,
            String letters,
            String repeat,
            boolean context) {
        String regex() {
            return letters + repeat;
        }
    }

    Signature(String notation) {
        int at = 1;
        while (at < notation.length() - 1 && notation.charAt(at) != ':') {
            at = read(notation, at);
        }
        whole =
                Pattern.compile(
                        parameters.stream()
                                .map(each -> "(" + each.regex() + ")")
                                .collect(Collectors.joining()));
    }

    /** Reads one parameter, and tells where the next starts. */
    private int read(String notation, int at) {
        int end = notation.charAt(at) == '(' ? notation.indexOf(')', at) + 1 : at + 1;
        String type = notation.substring(at, end);
        String element = null;
        if (notation.charAt(end) == '<') {
            int closing = closing(notation, end);
            element = notation.substring(end + 1, closing);
            end = closing + 1;
        }
        int marks = end;
        while ("-?+".indexOf(notation.charAt(marks)) >= 0) {
            marks++;
        }
        parameters.add(parameter(type, element, notation.substring(end, marks)));
        return marks;
    }

    private static int closing(String notation, int opening) {
        int depth = 0;
        for (int i = opening; i < notation.length(); i++) {
            depth += notation.charAt(i) == '<' ? 1 : notation.charAt(i) == '>' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return notation.length() - 1;
    }

    private static Parameter parameter(String type, @Nullable String element, String marks) {
        String letters =
                switch (type) {
                    case "a", "x" -> "[asnblfom]";
                    case "j" -> "[asnblom]";
                    case "f" -> "f";
                    default -> "[" + type.replaceAll("[()]", "") + "m]";
                };
        String repeat = marks.replace('-', '?');
        return new Parameter(type.equals("a"), element, letters, repeat, marks.contains("-"));
    }

    /** The word for elements of a type, or null. */
    static @Nullable String plural(String type) {
        return PLURALS.get(type);
    }

    int size() {
        return parameters.size();
    }

    /**
     * The arguments as the function takes them: one a parameter, single values as arrays where it
     * wants those.
     *
     * @throws JsonataError T0410, T0411 or T0412
     */
    List<@Nullable Object> validate(List<@Nullable Object> arguments, @Nullable Object context) {
        int[] shape = shapeOf(arguments);
        List<@Nullable Object> validated = new ArrayList<>(parameters.size());
        int next = 0;
        for (int i = 0; i < shape.length; i++) {
            Parameter parameter = parameters.get(i);
            if (shape[i] == 0 && parameter.context()) {
                validated.add(substitute(parameter, context, next + 1));
                continue;
            }
            for (int j = 0; j < Math.max(1, shape[i]); j++) {
                Object argument = next < arguments.size() ? arguments.get(next) : null;
                next++;
                validated.add(taken(parameter, argument, shape[i], next));
            }
        }
        return validated;
    }

    private int[] shapeOf(List<@Nullable Object> arguments) {
        StringBuilder letters = new StringBuilder();
        for (Object argument : arguments) {
            letters.append(JsonataValue.letter(argument));
        }
        String supplied = letters.toString();
        int[] known = shapes.get(supplied);
        if (known != null) {
            return known;
        }
        Matcher match = whole.matcher(supplied);
        if (!match.matches()) {
            throw refusal(supplied);
        }
        int[] shape = new int[parameters.size()];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = match.end(i + 1) - match.start(i + 1);
        }
        if (shapes.size() < MOST_REMEMBERED) {
            shapes.put(supplied, shape);
        }
        return shape;
    }

    /** Tries one parameter more at a time, to tell the first argument that fits none. */
    private JsonataError refusal(String supplied) {
        StringBuilder regex = new StringBuilder();
        int goodTo = 0;
        for (Parameter parameter : parameters) {
            Matcher match =
                    Pattern.compile(regex.append(parameter.regex()).toString()).matcher(supplied);
            if (!match.lookingAt()) {
                break;
            }
            goodTo = match.end();
        }
        return JsonataError.of("T0410", Map.of("index", goodTo + 1));
    }

    private static @Nullable Object substitute(
            Parameter parameter, @Nullable Object context, int index) {
        char letter = JsonataValue.letter(context);
        if (parameter.letters().indexOf(letter) < 0) {
            throw JsonataError.of("T0411", Map.of("index", index));
        }
        return context;
    }

    private static @Nullable Object taken(
            Parameter parameter, @Nullable Object argument, int matched, int index) {
        if (argument == null || !parameter.array()) {
            return argument;
        }
        if (parameter.element() != null && !isArrayOf(parameter.element(), argument, matched)) {
            throw JsonataError.of("T0412", Map.of("index", index))
                    .and("type", plural(parameter.element()));
        }
        return argument instanceof List ? argument : new ArrayList<>(List.of(argument));
    }

    private static boolean isArrayOf(String element, Object argument, int matched) {
        char wanted = element.charAt(0);
        if (!(argument instanceof List<?> list)) {
            return matched == 1 && JsonataValue.letter(argument) == wanted;
        }
        return list.stream().allMatch(each -> JsonataValue.letter(each) == wanted);
    }
}
