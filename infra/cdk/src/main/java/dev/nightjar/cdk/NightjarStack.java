package dev.nightjar.cdk;

import static java.util.Objects.requireNonNull;

import dev.nightjar.cdk.level.ServiceLevels;
import dev.nightjar.core.definition.Definition;
import dev.nightjar.core.definition.ServiceLevel;
import dev.nightjar.pipeline.functions.FunctionEntry;
import dev.nightjar.pipeline.functions.FunctionsFile;

import software.amazon.awscdk.PermissionsBoundary;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.services.sns.ITopic;
import software.constructs.Construct;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Everything that Nightjar is on AWS, in the order of a night. */
final class NightjarStack extends Stack {
    /**
     * What the stack is made from.
     *
     * @param home the repository's root
     * @param pipelines in the order of their names
     * @param now when this is deployed
     */
    record Parts(
            Path home,
            List<Definition> pipelines,
            FunctionsFile functions,
            Archives archives,
            Instant now) {
        Parts {
            requireNonNull(home, "home is null");
            pipelines = List.copyOf(pipelines);
            requireNonNull(functions, "functions is null");
            requireNonNull(archives, "archives is null");
            requireNonNull(now, "now is null");
        }

        /** Everything in the files that nothing can be deployed with. */
        List<String> problems() {
            SequencedMap<String, FunctionEntry> entries = functions.functions();
            List<String> problems = new ArrayList<>(files().problems(entries.keySet()));
            problems.addAll(
                    archives.problems(
                            entries.values().stream().map(FunctionEntry::archive).toList()));
            return problems;
        }

        private Orchestration.Files files() {
            return new Orchestration.Files(home.resolve("state-machines"), pipelines);
        }
    }

    NightjarStack(Construct scope, Settings settings, Parts parts) {
        super(scope, settings.stackName(), props(settings));
        Tags.of(this).add("application", "nightjar");
        Tags.of(this).add("deployment", settings.name());
        NotDeployable.ifAny(parts.problems());
        StoreBucket store = new StoreBucket(this, "Store");
        SigningKey signingKey = new SigningKey(this, "SigningKey", settings.name());
        ServiceLevels levels =
                new ServiceLevels(
                        this, "Levels", settings.name(), parts.pipelines(), settings.alarmEmail());
        LambdaFunctions functions =
                new LambdaFunctions(
                        this,
                        "Functions",
                        new LambdaFunctions.Props(
                                settings,
                                parts.functions(),
                                parts.archives(),
                                DataRoot.ofAll(parts.pipelines()),
                                store.bucket(),
                                signingKey,
                                topics(levels)));
        new Orchestration(
                this,
                "Night",
                new Orchestration.Props(
                        settings.name(),
                        parts.files(),
                        functions.versions(),
                        store.bucket(),
                        levels,
                        settings.logRetention(),
                        parts.now()));
    }

    private static Map<ServiceLevel, ITopic> topics(ServiceLevels levels) {
        Map<ServiceLevel, ITopic> topics = new EnumMap<>(ServiceLevel.class);
        for (ServiceLevel level : ServiceLevel.values()) {
            topics.put(level, levels.level(level).topic());
        }
        return topics;
    }

    private static StackProps props(Settings settings) {
        StackProps.Builder props =
                StackProps.builder()
                        .stackName(settings.stackName())
                        .description(
                                "Nightjar: trains, judges, releases and batch-scores models by"
                                        + " night.");
        String boundary = settings.permissionsBoundary();
        if (boundary != null) {
            props.permissionsBoundary(PermissionsBoundary.fromArn(boundary));
        }
        return props.build();
    }
}
