package dev.nightjar.asl.expression;

import static dev.nightjar.asl.expression.Arguments.any;
import static dev.nightjar.asl.expression.Arguments.list;
import static dev.nightjar.asl.expression.Arguments.number;
import static dev.nightjar.asl.expression.Arguments.numberOr;
import static dev.nightjar.asl.expression.Arguments.optionalText;
import static dev.nightjar.asl.expression.Arguments.text;
import static dev.nightjar.asl.expression.Function.defined;
import static dev.nightjar.asl.expression.Function.definedBy;

import com.dashjoin.jsonata.OpenJsonata.Call;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** JSONata's "String functions", but for those that match patterns. */
final class StringFunctions {
    private static final Pattern BLANKS = Pattern.compile("[ \t\n\r]+");

    private StringFunctions() {}

    static Map<String, Function> all() {
        Map<String, Function> functions = new HashMap<>();
        functions.put("string", definedBy("<x-b?:s>", StringFunctions::string).withArity(1));
        functions.put("substring", defined("<s-nn?:s>", StringFunctions::substring));
        functions.put("substringBefore", defined("<s-s:s>", args -> around(args, true)));
        functions.put("substringAfter", defined("<s-s:s>", args -> around(args, false)));
        functions.put(
                "lowercase", defined("<s-:s>", args -> text(args, 0).toLowerCase(Locale.ROOT)));
        functions.put(
                "uppercase", defined("<s-:s>", args -> text(args, 0).toUpperCase(Locale.ROOT)));
        functions.put("length", defined("<s-:n>", args -> length(text(args, 0))));
        functions.put("trim", defined("<s-:s>", args -> trim(text(args, 0))));
        functions.put("pad", definedBy("<s-ns?:s>", StringFunctions::pad));
        functions.put("join", definedBy("<a<s>s?:s>", StringFunctions::join));
        functions.put("base64encode", defined("<s-:s>", args -> base64(text(args, 0))));
        functions.put("base64decode", defined("<s-:s>", args -> fromBase64(text(args, 0))));
        for (String name :
                List.of("encodeUrl", "encodeUrlComponent", "decodeUrl", "decodeUrlComponent")) {
            functions.put(name, defined("<s-:s>", args -> UrlText.apply(name, text(args, 0))));
        }
        return functions;
    }

    private static String string(Call call, List<?> args) {
        String text = JsonText.of(any(args, 0), Boolean.TRUE.equals(args.get(1)));
        Evaluation.of(call).text(text.length());
        return text;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Counts characters, not halves of surrogate pairs. */
    private static String substring(List<?> args) {
        String text = text(args, 0);
        int size = length(text);
        double given = numberOr(args, 1, 0);
        double start = size + given < 0 ? 0 : given;
        double end = size;
        if (args.get(2) != null) {
            double wanted = number(args, 2);
            if (wanted <= 0) {
                return "";
            }
            end = start >= 0 ? start + wanted : size + start + wanted;
        }
        int from = clamped(start < 0 ? size + Math.ceil(start) : start, size);
        int to = clamped(end < 0 ? size + Math.ceil(end) : end, size);
        return from >= to
                ? ""
                : text.substring(text.offsetByCodePoints(0, from), text.offsetByCodePoints(0, to));
    }

    private static int clamped(double index, int size) {
        return (int) Math.clamp(index, 0, size);
    }

    private static String around(List<?> args, boolean before) {
        String text = text(args, 0);
        String mark = optionalText(args, 1);
        int at = mark == null ? -1 : text.indexOf(mark);
        if (mark == null || at < 0) {
            return text;
        }
        return before ? text.substring(0, at) : text.substring(at + mark.length());
    }

    private static String trim(String text) {
        String single = BLANKS.matcher(text).replaceAll(" ");
        int from = single.startsWith(" ") ? 1 : 0;
        int to = single.length() - (single.length() > from && single.endsWith(" ") ? 1 : 0);
        return single.substring(from, to);
    }

    private static String pad(Call call, List<?> args) {
        String text = text(args, 0);
        double width = numberOr(args, 1, 0);
        String given = optionalText(args, 2);
        String filler = given == null || given.isEmpty() ? " " : given;
        double missing = Math.abs(width) - length(text);
        if (!(missing >= 1)) {
            return text;
        }
        Evaluation.of(call).text((long) (missing * filler.length()));
        String padding = filler.repeat((int) missing);
        String cut = padding.substring(0, padding.offsetByCodePoints(0, (int) missing));
        return width > 0 ? text + cut : cut + text;
    }

    private static String join(Call call, List<?> args) {
        List<?> parts = list(args, 0);
        String between = optionalText(args, 1) == null ? "" : text(args, 1);
        long length = (long) between.length() * parts.size();
        for (Object part : parts) {
            length += ((String) part).length();
        }
        Evaluation.of(call).text(length);
        return parts.stream().map(String.class::cast).collect(Collectors.joining(between));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Lenient, as the reference is: what is not of the alphabet is passed over. */
    private static @Nullable String fromBase64(String text) {
        String usual = text.replace('-', '+').replace('_', '/');
        int end = usual.indexOf('=');
        String data = end < 0 ? usual : usual.substring(0, end);
        try {
            return new String(Base64.getMimeDecoder().decode(data), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return fromBase64(data.substring(0, Math.max(0, data.length() - 1)));
        }
    }
}
