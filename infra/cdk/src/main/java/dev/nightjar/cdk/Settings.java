package dev.nightjar.cdk;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.logs.RetentionDays;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What may differ between two deployments: the context of {@code cdk.json}, or {@code -c
 * key=value}. Immutable.
 *
 * @param name begins the names of machines, functions, topics, log groups and the key's alias
 * @param architecture {@code x86_64} or {@code arm64}, as the archives were built for
 * @param logRetentionDays of every log group, one of the periods that CloudWatch Logs knows
 * @param pipelines the folder of the pipeline files, from the repository's root
 * @param permissionsBoundary ARN of the policy that bounds every role, or null
 * @param alarmEmail who is told of alarms that belong to no pipeline, or null
 * @param trustedKeys ARNs of signing keys of earlier deployments, whose bundles still serve
 */
record Settings(
        String name,
        String architecture,
        int logRetentionDays,
        String pipelines,
        @Nullable String permissionsBoundary,
        @Nullable String alarmEmail,
        List<String> trustedKeys) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,29}");
    private static final Pattern KEY_ARN =
            Pattern.compile("arn:[a-z-]+:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+");
    private static final List<String> ARCHITECTURES = List.of("x86_64", "arm64");
    private static final SortedMap<Integer, RetentionDays> RETENTIONS = retentions();

    Settings {
        requireNonNull(name, "name is null");
        requireNonNull(architecture, "architecture is null");
        requireNonNull(pipelines, "pipelines is null");
        trustedKeys = List.copyOf(trustedKeys);
        List<String> problems = new ArrayList<>();
        if (!NAME.matcher(name).matches()) {
            problems.add(
                    "setting name is '"
                            + name
                            + "'; it begins with a small letter, and has small letters, digits and"
                            + " hyphens, 30 at the most");
        }
        if (!ARCHITECTURES.contains(architecture)) {
            problems.add("setting architecture is '" + architecture + "'; it is x86_64 or arm64");
        }
        if (!RETENTIONS.containsKey(logRetentionDays)) {
            problems.add(
                    "setting logRetentionDays is "
                            + logRetentionDays
                            + "; CloudWatch Logs knows "
                            + RETENTIONS.keySet());
        }
        for (String key : trustedKeys) {
            if (!KEY_ARN.matcher(key).matches()) {
                problems.add("setting trustedKeys has '" + key + "', which is no ARN of a KMS key");
            }
        }
        NotDeployable.ifAny(problems);
    }

    /**
     * Reads the settings.
     *
     * @param context answers the value of a key, or null
     * @throws NotDeployable with every setting that is wrong
     */
    static Settings read(Function<String, @Nullable Object> context) {
        return new Settings(
                text(context, "name", "nightjar"),
                text(context, "architecture", "x86_64"),
                number(context, "logRetentionDays", 90),
                text(context, "pipelines", "pipelines"),
                textOrNull(context, "permissionsBoundary"),
                textOrNull(context, "alarmEmail"),
                texts(context, "trustedKeys"));
    }

    /** The stack's name: the setting with a capital. */
    String stackName() {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** The functions' processor. */
    Architecture processor() {
        return architecture.equals("arm64") ? Architecture.ARM_64 : Architecture.X86_64;
    }

    /** How long log lines are kept. */
    RetentionDays logRetention() {
        return requireNonNull(RETENTIONS.get(logRetentionDays), "checked when made");
    }

    private static String text(
            Function<String, @Nullable Object> context, String key, String otherwise) {
        String value = textOrNull(context, key);
        return value == null ? otherwise : value;
    }

    private static @Nullable String textOrNull(
            Function<String, @Nullable Object> context, String key) {
        Object value = context.apply(key);
        return value == null || value.toString().isBlank() ? null : value.toString().strip();
    }

    private static int number(
            Function<String, @Nullable Object> context, String key, int otherwise) {
        String value = textOrNull(context, key);
        if (value == null) {
            return otherwise;
        }
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException _) {
            throw new NotDeployable(
                    List.of("setting " + key + " is '" + value + "'; it is a number"));
        }
    }

    /** A list, or on the command line its items with commas between them. */
    private static List<String> texts(Function<String, @Nullable Object> context, String key) {
        Object value = context.apply(key);
        return switch (value) {
            case null -> List.of();
            case List<?> list -> list.stream().map(String::valueOf).toList();
            default ->
                    Pattern.compile(",")
                            .splitAsStream(value.toString())
                            .map(String::strip)
                            .filter(item -> !item.isEmpty())
                            .toList();
        };
    }

    private static SortedMap<Integer, RetentionDays> retentions() {
        SortedMap<Integer, RetentionDays> periods = new TreeMap<>();
        periods.put(1, RetentionDays.ONE_DAY);
        periods.put(3, RetentionDays.THREE_DAYS);
        periods.put(5, RetentionDays.FIVE_DAYS);
        periods.put(7, RetentionDays.ONE_WEEK);
        periods.put(14, RetentionDays.TWO_WEEKS);
        periods.put(30, RetentionDays.ONE_MONTH);
        periods.put(60, RetentionDays.TWO_MONTHS);
        periods.put(90, RetentionDays.THREE_MONTHS);
        periods.put(120, RetentionDays.FOUR_MONTHS);
        periods.put(150, RetentionDays.FIVE_MONTHS);
        periods.put(180, RetentionDays.SIX_MONTHS);
        periods.put(365, RetentionDays.ONE_YEAR);
        periods.put(400, RetentionDays.THIRTEEN_MONTHS);
        periods.put(545, RetentionDays.EIGHTEEN_MONTHS);
        periods.put(731, RetentionDays.TWO_YEARS);
        periods.put(1096, RetentionDays.THREE_YEARS);
        periods.put(1827, RetentionDays.FIVE_YEARS);
        periods.put(2557, RetentionDays.SEVEN_YEARS);
        periods.put(3653, RetentionDays.TEN_YEARS);
        return periods;
    }
}
