package dev.nightjar.local.bench;

import static java.util.Objects.requireNonNull;

import dev.nightjar.local.bench.Figure.Size;
import dev.nightjar.local.command.World;
import dev.nightjar.local.deploy.ToolPath;
import dev.nightjar.pipeline.functions.FunctionEntry;
import dev.nightjar.pipeline.functions.FunctionsFile;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Milliseconds from the start of a JVM until the handler of ScoreShard has written its first row,
 * on one processor and with a folder as store: of the scoring archive, and of the same handler with
 * Tribuo's model; then what flags, a cache and the SDK change.
 */
final class ColdStarts {
    private static final Goal GOAL = Goal.atMost(0.5);
    private static final String FUNCTION = "ScoreShardFunction";
    private static final String UNIT = "ms";

    private static final String LINEAR =
            """
                - trainer: logistic-regression
                  epochs: 4
            """;
    private static final String TREES =
            """
                - trainer: boosted-trees
                  rounds: 200
                  depth: 4
            """;

    /** What Lambda's runtime java25 starts with, before a function's own flags. */
    private static final List<String> LAMBDAS_FLAGS =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private static final String EARLY = "-XX:CompileThresholdScaling=1";
    private static final String HANDLES = "-Djdk.reflect.useNativeAccessorOnly=false";
    private static final String TRIBUO = "Tribuo's protobuf model";

    /** A store that is never asked: only what it takes to be ready for it. */
    private static final Map<String, String> S3_STORE =
            Map.of(
                    "NIGHTJAR_STORE", "s3://nightjar-bench",
                    "AWS_REGION", "us-east-1",
                    "AWS_ACCESS_KEY_ID", "bench",
                    "AWS_SECRET_ACCESS_KEY", "bench");

    private final Measuring measuring;
    private final Path folder;
    private final FunctionEntry function;
    private final List<String> pinning;
    private final HandlerJvm ours;
    private final HandlerJvm tribuos;

    ColdStarts(Measuring measuring, Deployables deployables) throws IOException {
        this.measuring = requireNonNull(measuring, "measuring is null");
        this.folder = measuring.scratch().folder("cold-start");
        this.function =
                FunctionsFile.read(measuring.world().home().get().functions()).function(FUNCTION);
        this.pinning = pinning(measuring.world());
        Path probe = ProbeArchive.in(folder);
        this.ours = jvm(List.of(deployables.scoring(), probe), function.className());
        this.tribuos =
                jvm(List.of(deployables.training(), probe), TribuoShardFunction.class.getName());
    }

    /** Linux alone has a command for it; elsewhere compilers may run beside the program. */
    private static List<String> pinning(World world) {
        String path = world.environment().getOrDefault("PATH", "");
        return new ToolPath(path)
                .find("taskset")
                .map(taskset -> List.of(taskset.toString(), "--cpu-list", "0"))
                .orElse(List.of());
    }

    private HandlerJvm jvm(List<Path> classPath, String handler) {
        List<String> flags = new ArrayList<>(LAMBDAS_FLAGS);
        flags.addAll(heap());
        flags.addAll(function.flags());
        return new HandlerJvm(pinning, classPath, flags, Map.of(), handler, folder);
    }

    private List<String> heap() {
        return List.of(
                "-Xmx" + function.memory() * 85 / 100 + "m",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED");
    }

    private HandlerJvm withoutFlags(HandlerJvm jvm) {
        return new HandlerJvm(
                pinning, jvm.classPath(), heap(), jvm.environment(), jvm.handler(), folder);
    }

    void measure() throws IOException, InterruptedException {
        OneRow linear = prepared("linear", LINEAR);
        OneRow trees = prepared("trees", TREES);
        HandlerJvm cached = cached(ours, trees);
        HandlerJvm cachedTribuos = cached(tribuos, trees);
        Map<String, Side> sides = new LinkedHashMap<>();
        sides.put("ours.linear", () -> answered(ours, linear));
        sides.put("tribuo.linear", () -> answered(tribuos, linear));
        sides.put("ours.trees", () -> answered(ours, trees));
        sides.put("tribuo.trees", () -> answered(tribuos, trees));
        sides.put("ours.cached", () -> answered(cached, trees));
        sides.put("tribuo.cached", () -> answered(cachedTribuos, trees));
        sides.put("plain", () -> answered(withoutFlags(ours), trees));
        sides.put("tribuo.plain", () -> answered(withoutFlags(tribuos), trees));
        sides.put("c1", () -> answered(ours.with("-XX:TieredStopAtLevel=1"), trees));
        sides.put("early", () -> answered(ours.with(EARLY), trees));
        sides.put("handles", () -> answered(ours.with(HANDLES), trees));
        sides.put("folder", () -> ours.in(folderStore(trees)).make());
        sides.put("s3", () -> ours.in(S3_STORE).make());
        tell(measured(sides));
    }

    private OneRow prepared(String name, String candidates)
            throws IOException, InterruptedException {
        measuring.progress().accept("training a model: " + name);
        return OneRow.with(candidates, measuring.scratch().folder(name));
    }

    /** The same JVM, which finds its classes loaded already, as they were at the end of a call. */
    private HandlerJvm cached(HandlerJvm jvm, OneRow row) throws IOException, InterruptedException {
        measuring.progress().accept("making a cache of classes");
        Path cache = Files.createTempFile(folder, "classes", ".aot");
        Files.delete(cache);
        answered(jvm.with("-XX:AOTCacheOutput=" + cache), row);
        return jvm.with("-XX:AOTCache=" + cache, "-XX:AOTMode=on"); // without it no start
    }

    private static Map<String, String> folderStore(OneRow row) {
        return Map.of("NIGHTJAR_STORE", row.store().toString());
    }

    private static double answered(HandlerJvm jvm, OneRow row)
            throws IOException, InterruptedException {
        row.reset();
        return jvm.in(folderStore(row)).call(row.request()).answered();
    }

    private Map<String, Samples> measured(Map<String, Side> sides)
            throws IOException, InterruptedException {
        measuring.progress().accept("starting JVMs");
        List<Samples> samples =
                Rounds.of(measuring.workload().starts(), List.copyOf(sides.values()));
        Map<String, Samples> byName = new HashMap<>();
        int at = 0;
        for (String name : sides.keySet()) {
            byName.put(name, samples.get(at++));
        }
        return byName;
    }

    private void tell(Map<String, Samples> samples) {
        Telling telling = new Telling(samples);
        telling.of("trees", "ours.trees", "tribuo.trees", TRIBUO, GOAL);
        telling.of("linear", "ours.linear", "tribuo.linear", TRIBUO, GOAL);
        telling.of("trees.cache", "ours.cached", "tribuo.cached", TRIBUO + ", cached too", null);
        telling.of("cache", "ours.cached", "ours.trees", "without an AOT cache", null);
        telling.of("trees.plain", "plain", "tribuo.plain", TRIBUO + ", no flags either", null);
        telling.of("flags", "ours.trees", "plain", "without the flags of functions.yaml", null);
        telling.of("flags.compilation", "ours.trees", "early", "compiled as soon as usual", null);
        telling.of("flags.constructors", "ours.trees", "handles", "by method handles", null);
        telling.of("flags.c1", "c1", "ours.trees", "with C2", null);
        telling.of("sdk", "s3", "folder", "handler made with a folder, not with S3", null);
    }

    /** Makes figures of samples. */
    private final class Telling {
        private final Map<String, Samples> samples;

        Telling(Map<String, Samples> samples) {
            this.samples = samples;
        }

        void of(String name, String measured, String baseline, String other, @Nullable Goal goal) {
            Samples ours = requireNonNull(samples.get(measured), measured);
            Samples theirs = requireNonNull(samples.get(baseline), baseline);
            Notes notes =
                    new Notes()
                            .ours(ours)
                            .theirs(other, theirs)
                            .add(pinning.isEmpty() ? "not pinned" : "one processor");
            measuring
                    .figures()
                    .accept(
                            Figure.of(
                                    "cold-start." + name,
                                    UNIT,
                                    ours.median(),
                                    theirs.median(),
                                    goal,
                                    new Size(1, 1),
                                    notes.list()));
        }
    }
}
