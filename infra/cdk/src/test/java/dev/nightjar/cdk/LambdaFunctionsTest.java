package dev.nightjar.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.pipeline.functions.FunctionEntry;
import dev.nightjar.pipeline.functions.FunctionsFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Each function of the template against its entry of {@code functions.yaml}. */
final class LambdaFunctionsTest {
    private static final Set<String> NATIVE =
            Set.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

    private final Synthesized night = Synthesized.standard();

    static Collection<FunctionEntry> entries() {
        return FunctionsFile.read(Project.functions()).functions().values();
    }

    @Test
    void thereIsOneAnEntryAndNoOther() {
        Set<String> names = new TreeSet<>();
        entries().forEach(entry -> names.add(name(entry)));

        assertThat(functions())
                .extracting(function -> function.path("FunctionName").asString())
                .containsExactlyInAnyOrderElementsOf(names);
    }

    @ParameterizedTest
    @MethodSource("entries")
    void hasTheMemoryAndTheTimeOutOfItsEntry(FunctionEntry entry) {
        JsonNode function = function(entry);

        assertThat(function.path("MemorySize").asInt() + " " + function.path("Timeout").asInt())
                .isEqualTo(entry.memory() + " " + entry.timeout().toSeconds());
    }

    @ParameterizedTest
    @MethodSource("entries")
    void startsTheHandlerOfItsEntry(FunctionEntry entry) {
        assertThat(function(entry).path("Handler").asString()).isEqualTo(entry.className());
    }

    @ParameterizedTest
    @MethodSource("entries")
    void hasTheFlagsOfItsEntryAndThoseOfNativeCode(FunctionEntry entry) {
        Set<String> flags = new TreeSet<>(entry.flags());
        if (entry.archive().equals("training")) {
            flags.addAll(NATIVE);
        }
        String options = environment(entry).path("JAVA_TOOL_OPTIONS").asString("");

        assertThat(options.split(" ")).containsExactlyInAnyOrder(options(flags));
    }

    @Test
    void heavyStepsRunWithTheSecondCompiler() {
        assertThat(functions())
                .filteredOn(function -> function.toString().contains("-XX:TieredStopAtLevel=4"))
                .extracting(function -> function.path("FunctionName").asString())
                .contains("nightjar-ScoreShard", "nightjar-TrainCandidate");
    }

    @Test
    void archivesHoldTheFunctionsOfTheirEntries() {
        Map<String, Set<String>> codes = new TreeMap<>();
        for (FunctionEntry entry : entries()) {
            codes.computeIfAbsent(entry.archive(), archive -> new TreeSet<>())
                    .add(function(entry).at("/Code/S3Key").asString());
        }

        assertThat(codes.values()).hasSize(2).allSatisfy(keys -> assertThat(keys).hasSize(1));
    }

    @Test
    void allRunOnJava25() {
        assertThat(functions())
                .extracting(function -> function.path("Runtime").asString())
                .containsOnly("java25");
    }

    @Test
    void allRunOnTheArchitectureOfTheSetting() {
        assertThat(functions())
                .extracting(function -> function.path("Architectures").toString())
                .containsOnly("[\"x86_64\"]");
    }

    @Test
    void allTrace() {
        assertThat(functions())
                .extracting(function -> function.at("/TracingConfig/Mode").asString())
                .containsOnly("Active");
    }

    @Test
    void allLogLinesOfJson() {
        assertThat(functions())
                .extracting(function -> function.at("/LoggingConfig/LogFormat").asString())
                .containsOnly("JSON");
    }

    @ParameterizedTest
    @MethodSource("entries")
    void logsIntoAGroupOfItsOwn(FunctionEntry entry) {
        JsonNode group = night.resources().referred(function(entry).at("/LoggingConfig/LogGroup"));

        assertThat(group.at("/Properties/LogGroupName").asString())
                .isEqualTo("/nightjar/functions/" + step(entry));
    }

    @Test
    void logsAreKeptForTheTimeOfTheSetting() {
        assertThat(night.resources().all("AWS::Logs::LogGroup"))
                .extracting(group -> group.path("RetentionInDays").asInt())
                .containsOnly(90);
    }

    @Test
    void everyFunctionHasAPublishedVersion() {
        assertThat(night.resources().all("AWS::Lambda::Version"))
                .hasSameSizeAs(entries())
                .extracting(version -> Resources.spelled(version.path("FunctionName")))
                .doesNotHaveDuplicates();
    }

    @Test
    void versionsStayForWhatStillRunsOnThem() {
        assertThat(night.removals("AWS::Lambda::Version")).containsOnly("Retain");
    }

    @Test
    void noneIsKeptWarmOrLimitedOrInANetwork() {
        assertThat(functions())
                .allSatisfy(
                        function ->
                                assertThat(function.propertyNames())
                                        .doesNotContain(
                                                "ReservedConcurrentExecutions",
                                                "SnapStart",
                                                "VpcConfig"));
        assertThat(night.resources().all("AWS::Lambda::Version"))
                .allSatisfy(
                        version ->
                                assertThat(version.propertyNames())
                                        .doesNotContain("ProvisionedConcurrencyConfig"));
    }

    @Test
    void allFindTheStore() {
        assertThat(entries())
                .extracting(entry -> Resources.spelled(environment(entry).path("NIGHTJAR_STORE")))
                .containsOnly("s3://${StoreBucket}");
    }

    @Test
    void onlyBuildBundleIsToldTheSigningKey() {
        assertThat(told("NIGHTJAR_SIGNING_KEY", "${SigningKey.Arn}"))
                .containsExactly("BuildBundle");
    }

    @Test
    void whoeverLoadsABundleIsToldTheKeysThatItTrusts() {
        assertThat(told("NIGHTJAR_TRUSTED_KEYS", "${SigningKey.Arn}"))
                .containsExactly("BuildBundle", "EvaluateCandidates", "PlanBatch", "ScoreShard");
    }

    @Test
    void onlyRecordFailureIsToldTheTopics() {
        Set<String> told = new TreeSet<>();
        for (FunctionEntry entry : entries()) {
            if (environment(entry).has("NIGHTJAR_TOPIC_HIGH")
                    && environment(entry).has("NIGHTJAR_TOPIC_LOW")) {
                told.add(step(entry));
            }
        }

        assertThat(told).containsExactly("RecordFailure");
    }

    @Test
    void whatGrowsLargeObjectsInFilesHasRoomForThem() {
        Map<String, Integer> room = new TreeMap<>();
        for (FunctionEntry entry : entries()) {
            int size = function(entry).at("/EphemeralStorage/Size").asInt();
            if (size > 512) {
                room.put(step(entry), size);
            }
        }

        assertThat(room)
                .isEqualTo(
                        Map.of(
                                "PrepareData", 4096,
                                "TrainCandidate", 8192,
                                "PlanBatch", 2048,
                                "ScoreShard", 2048,
                                "TallyBatch", 1024,
                                "PublishReport", 1024));
    }

    /** The steps whose functions find the value in the variable. */
    private Set<String> told(String variable, String value) {
        Set<String> told = new TreeSet<>();
        for (FunctionEntry entry : entries()) {
            if (Resources.spelled(environment(entry).path(variable)).equals(value)) {
                told.add(step(entry));
            }
        }
        return told;
    }

    /** Without flags there is the empty text, once. */
    private static String[] options(Set<String> flags) {
        return String.join(" ", flags).split(" ");
    }

    private Iterable<JsonNode> functions() {
        return night.resources().all("AWS::Lambda::Function");
    }

    private JsonNode function(FunctionEntry entry) {
        return night.resources().one("AWS::Lambda::Function", "FunctionName", name(entry));
    }

    private JsonNode environment(FunctionEntry entry) {
        return function(entry).at("/Environment/Variables");
    }

    private static String name(FunctionEntry entry) {
        return "nightjar-" + step(entry);
    }

    private static String step(FunctionEntry entry) {
        return entry.name().substring(0, entry.name().length() - "Function".length());
    }
}
