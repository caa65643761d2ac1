package dev.nightjar.cdk;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.ServiceLevel;
import dev.nightjar.core.night.Machine;
import dev.nightjar.pipeline.functions.FunctionEntry;
import dev.nightjar.pipeline.functions.FunctionUse;
import dev.nightjar.pipeline.functions.FunctionsFile;

import io.github.cdklabs.cdknag.NagSuppressions;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Size;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.ApplicationLogLevel;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.IVersion;
import software.amazon.awscdk.services.lambda.LoggingFormat;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SystemLogLevel;
import software.amazon.awscdk.services.lambda.Tracing;
import software.amazon.awscdk.services.lambda.VersionOptions;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.s3.IBucket;
import software.amazon.awscdk.services.sns.ITopic;
import software.constructs.Construct;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * One Lambda function an entry of {@code functions.yaml}, each with its own role, log group and
 * published version. A version stays when a newer one is published, because executions that run,
 * and their redrives, hold its ARN.
 */
final class LambdaFunctions extends Construct {
    /** Libraries that reach into native code are in this archive alone. */
    private static final String NATIVE_ARCHIVE = "training";

    private static final List<String> NATIVE_FLAGS =
            List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

    private static final int LEAST_STORAGE = 512;

    private final Props props;
    private final Rights rights;
    private final List<String> trustedKeys;
    private final Map<String, Code> archives = new HashMap<>();
    private final SequencedMap<String, Function> functions = new LinkedHashMap<>();
    private final SequencedMap<String, IVersion> versions = new LinkedHashMap<>();

    /**
     * What the functions need.
     *
     * @param data roots beside the store's own
     * @param topics by level, one each
     */
    record Props(
            Settings settings,
            FunctionsFile functions,
            Archives archives,
            List<DataRoot> data,
            IBucket store,
            SigningKey signingKey,
            Map<ServiceLevel, ITopic> topics) {
        Props {
            requireNonNull(settings, "settings is null");
            requireNonNull(functions, "functions is null");
            requireNonNull(archives, "archives is null");
            data = List.copyOf(data);
            requireNonNull(store, "store is null");
            requireNonNull(signingKey, "signingKey is null");
            topics = Map.copyOf(topics);
        }
    }

    LambdaFunctions(Construct scope, String id, Props props) {
        super(scope, id);
        this.props = props;
        trustedKeys = new ArrayList<>(List.of(props.signingKey().arn()));
        trustedKeys.addAll(props.settings().trustedKeys());
        List<String> machines =
                Arrays.stream(Machine.values())
                        .map(machine -> props.settings().name() + "-" + machine)
                        .toList();
        rights =
                new Rights(
                        props.store(),
                        props.data(),
                        props.signingKey().arn(),
                        trustedKeys,
                        props.topics(),
                        machines);
        for (FunctionEntry entry : props.functions().functions().values()) {
            Function function = function(entry);
            functions.put(entry.name(), function);
            versions.put(entry.name(), function.getCurrentVersion());
        }
    }

    /** The functions by the placeholder of the state machines. */
    SequencedMap<String, Function> functions() {
        return Collections.unmodifiableSequencedMap(functions);
    }

    /** The versions that state machines call, by placeholder. */
    SequencedMap<String, IVersion> versions() {
        return Collections.unmodifiableSequencedMap(versions);
    }

    private Function function(FunctionEntry entry) {
        String step = step(entry);
        Construct part = new Construct(this, step);
        LogGroup logs =
                LogGroup.Builder.create(part, "Logs")
                        .logGroupName("/" + props.settings().name() + "/functions/" + step)
                        .retention(props.settings().logRetention())
                        .removalPolicy(RemovalPolicy.DESTROY)
                        .build();
        Role role =
                Role.Builder.create(part, "Role")
                        .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                        .description("What " + step + " may do, by functions.yaml")
                        .build();
        rights.of(entry).forEach(role::addToPrincipalPolicy);
        if (entry.uses().contains(FunctionUse.SIGNING_KEY)) {
            props.signingKey().letSign(role);
        }
        logs.grantWrite(role);
        Function function = builder(entry, part).role(role).logGroup(logs).build();
        NagSuppressions.addResourceSuppressions(role, PatternReasons.of(entry), true);
        return function;
    }

    private Function.Builder builder(FunctionEntry entry, Construct part) {
        return Function.Builder.create(part, entry.name())
                .functionName(props.settings().name() + "-" + step(entry))
                .description("Step " + step(entry) + " of Nightjar's state machines")
                .runtime(Runtime.JAVA_25)
                .architecture(props.settings().processor())
                .handler(entry.className())
                .code(code(entry.archive()))
                .memorySize(entry.memory())
                .ephemeralStorageSize(Size.mebibytes(storage(entry)))
                .timeout(Duration.seconds(entry.timeout().toSeconds()))
                .environment(environment(entry))
                .tracing(Tracing.ACTIVE)
                .loggingFormat(LoggingFormat.JSON)
                .applicationLogLevelV2(ApplicationLogLevel.INFO)
                .systemLogLevelV2(SystemLogLevel.INFO)
                .currentVersionOptions(
                        VersionOptions.builder().removalPolicy(RemovalPolicy.RETAIN).build());
    }

    /** Functions that share an archive share the asset. */
    private Code code(String archive) {
        return archives.computeIfAbsent(
                archive, name -> Code.fromAsset(props.archives().archive(name).toString()));
    }

    /** What writes large objects grows them in files first: room for as much as it has memory. */
    private static int storage(FunctionEntry entry) {
        boolean spools = entry.keys().containsKey("put");
        return spools ? Math.max(LEAST_STORAGE, entry.memory()) : LEAST_STORAGE;
    }

    private Map<String, String> environment(FunctionEntry entry) {
        Map<String, String> environment = new TreeMap<>();
        environment.put("NIGHTJAR_STORE", "s3://" + props.store().getBucketName());
        List<String> flags = flags(entry);
        if (!flags.isEmpty()) {
            environment.put("JAVA_TOOL_OPTIONS", String.join(" ", flags));
        }
        for (FunctionUse use : entry.uses()) {
            switch (use) {
                case SIGNING_KEY ->
                        environment.put("NIGHTJAR_SIGNING_KEY", props.signingKey().arn());
                case TRUSTED_KEYS ->
                        environment.put("NIGHTJAR_TRUSTED_KEYS", String.join(",", trustedKeys));
                case TOPICS ->
                        props.topics()
                                .forEach(
                                        (level, topic) ->
                                                environment.put(
                                                        "NIGHTJAR_TOPIC_" + level.name(),
                                                        topic.getTopicArn()));
                case DATA, EXECUTIONS -> {} // what these need is in the request
            }
        }
        return environment;
    }

    private static List<String> flags(FunctionEntry entry) {
        List<String> flags = new ArrayList<>(entry.flags());
        if (entry.archive().equals(NATIVE_ARCHIVE)) {
            flags.addAll(NATIVE_FLAGS);
        }
        return flags;
    }

    private static String step(FunctionEntry entry) {
        return entry.name().replaceFirst("Function$", "");
    }
}
