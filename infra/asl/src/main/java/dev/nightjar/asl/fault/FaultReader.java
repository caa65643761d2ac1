package dev.nightjar.asl.fault;

import dev.nightjar.asl.Problem;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads one fault of a file. */
final class FaultReader {
    private static final int MOST_SECONDS = 99_999_999;
    private static final List<String> EVERYWHERE =
            List.of("state", "item", "resource", "function", "attempt", "retry", "fault");

    /** Which further fields each fault has. */
    private static final Map<String, List<String>> MORE =
            Map.of(
                    "fail-before", List.of("error", "cause"),
                    "fail-after", List.of("error", "cause"),
                    "delay", List.of("seconds"),
                    "answer-late", List.of("seconds"),
                    "answer-twice", List.of(),
                    "too-large", List.of("limit"));

    private final JsonNode entry;
    private final String pointer;
    private final List<Problem> problems;
    private final int problemsBefore;

    FaultReader(JsonNode entry, String pointer, List<Problem> problems) {
        this.entry = entry;
        this.pointer = pointer;
        this.problems = problems;
        this.problemsBefore = problems.size();
    }

    /** The fault, or nothing when it has problems; says so. */
    Optional<Fault> read() {
        if (!(entry instanceof ObjectNode)) {
            problems.add(problem("", "A fault must be an object", "Give state and fault."));
            return Optional.empty();
        }
        String word = text("fault", true);
        if (word != null && !MORE.containsKey(word)) {
            refuse("fault", "There is no fault '" + word + "'", oneOf(word, sorted()));
            return Optional.empty();
        }
        if (word != null) {
            refuseOthers(word);
        }
        Target target = target();
        Effect effect = word == null ? null : effect(word);
        if (effect == null || problems.size() > problemsBefore) {
            return Optional.empty();
        }
        return Optional.of(new Fault(target, effect));
    }

    private void refuseOthers(String word) {
        List<String> known = new ArrayList<>(EVERYWHERE);
        known.addAll(MORE.getOrDefault(word, List.of()));
        for (String field : entry.propertyNames()) {
            if (!known.contains(field)) {
                problems.add(unknown(pointer, field, known));
            }
        }
    }

    private Target target() {
        String state = text("state", true);
        Integer attempt = whole("attempt", 1);
        Integer retry = whole("retry", 0);
        Integer item = whole("item", 0);
        return new Target(
                state == null ? "" : state,
                item,
                text("resource", false),
                text("function", false),
                attempt,
                retry);
    }

    private @Nullable Effect effect(String word) {
        return switch (word) {
            case "fail-before" -> new Effect.FailBefore(error(), text("cause", false));
            case "fail-after" -> new Effect.FailAfter(error(), text("cause", false));
            case "delay" -> new Effect.Delay(seconds());
            case "answer-late" -> new Effect.AnswerLate(seconds());
            case "answer-twice" -> new Effect.AnswerTwice();
            case "too-large" -> new Effect.TooLarge(limit());
            default -> null;
        };
    }

    private String error() {
        String error = text("error", true);
        return error == null ? "" : error;
    }

    private Duration seconds() {
        JsonNode value = entry.get("seconds");
        double seconds = value != null && value.isNumber() ? value.doubleValue() : Double.NaN;
        if (seconds > 0 && seconds <= MOST_SECONDS) {
            return Duration.ofMillis(Math.round(seconds * 1000));
        }
        String found = value == null ? "is missing" : "is " + value;
        refuse(
                "seconds",
                "'seconds' " + found,
                "Give a number above 0, at most " + MOST_SECONDS + ".");
        return Duration.ZERO;
    }

    private Effect.Limit limit() {
        String word = text("limit", false);
        if (word == null || word.equals("states")) {
            return Effect.Limit.STATES;
        }
        if (!word.equals("lambda")) {
            refuse("limit", "There is no limit '" + word + "'", oneOf(word, limits()));
        }
        return Effect.Limit.LAMBDA;
    }

    private @Nullable String text(String field, boolean required) {
        JsonNode value = entry.get(field);
        if (value == null && !required) {
            return null;
        }
        if (value == null || !value.isString() || value.stringValue().isEmpty()) {
            String found = value == null ? "is missing" : "is " + value;
            refuse(field, "'" + field + "' " + found, "Give a text.");
            return null;
        }
        return value.stringValue();
    }

    private @Nullable Integer whole(String field, int least) {
        JsonNode value = entry.get(field);
        if (value == null) {
            return null;
        }
        boolean fits =
                value.isIntegralNumber() && value.canConvertToInt() && value.intValue() >= least;
        if (!fits) {
            refuse(
                    field,
                    "'" + field + "' is " + value,
                    "Give a whole number from " + least + ", or leave it out for all.");
            return null;
        }
        return value.intValue();
    }

    private void refuse(String field, String message, String remedy) {
        problems.add(problem("/" + field, message, remedy));
    }

    private Problem problem(String field, String message, String remedy) {
        return Problem.error(pointer + field, FaultFile.INVALID_FAULT, message, remedy);
    }

    static Problem unknown(String pointer, String field, List<String> known) {
        return Problem.error(
                pointer + "/" + field.replace("~", "~0").replace("/", "~1"),
                FaultFile.INVALID_FAULT,
                "Field '" + field + "' is not known here",
                oneOf(field, known));
    }

    private static List<String> sorted() {
        return MORE.keySet().stream().sorted().toList();
    }

    private static List<String> limits() {
        List<String> words = new ArrayList<>();
        for (Effect.Limit limit : Effect.Limit.values()) {
            words.add(limit.name().toLowerCase(Locale.ROOT));
        }
        return words;
    }

    private static String oneOf(String typed, List<String> words) {
        return Nearest.question(typed, words) + "There is " + String.join(", ", words) + ".";
    }
}
