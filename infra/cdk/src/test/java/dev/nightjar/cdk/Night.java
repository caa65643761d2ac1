package dev.nightjar.cdk;

import dev.nightjar.cdk.level.ServiceLevels;
import dev.nightjar.pipeline.functions.FunctionsFile;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;

import software.amazon.awscdk.App;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.IVersion;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.s3.Bucket;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A bare stack with the nights of {@link Pipelines}, over functions that do nothing. */
public final class Night {
    /** When it is deployed. */
    private static final Instant NOW = Instant.parse("2027-01-09T12:00:00Z");

    /** Synthesized once for all tests, because the first takes seconds. */
    private static final class Made {
        static final Stack STACK = stack();
        static final Resources RESOURCES = new Resources(Template.fromStack(STACK));
    }

    private Night() {}

    /** What the template holds. */
    public static Resources resources() {
        Synthesized.needNode();
        return Made.RESOURCES;
    }

    /** What cdk-nag's AwsSolutions pack finds in it, the test's own functions and bucket aside. */
    @SuppressWarnings("deprecation") // what Annotations answers has no successor
    static List<String> findings() {
        Synthesized.needNode();
        return Annotations.fromStack(Made.STACK)
                .findError("*", Match.stringLikeRegexp("AwsSolutions-.*"))
                .stream()
                .filter(message -> !message.getId().matches("/Night/(Store|\\w+Function)/.*"))
                .map(message -> message.getId() + " " + message.getEntry().getData())
                .toList();
    }

    private static Stack stack() {
        App app = new App();
        Aspects.of(app).add(new AwsSolutionsChecks());
        Stack stack = new Stack(app, "Night");
        ServiceLevels levels =
                new ServiceLevels(
                        stack, "Levels", "nightjar", Pipelines.ALL, "operations@example.com");
        new Orchestration(
                stack,
                "Night",
                new Orchestration.Props(
                        "nightjar",
                        new Orchestration.Files(
                                Project.ROOT.resolve("state-machines"), Pipelines.ALL),
                        functions(stack),
                        new Bucket(stack, "Store"),
                        levels,
                        RetentionDays.ONE_MONTH,
                        NOW));
        return stack;
    }

    private static Map<String, IVersion> functions(Stack stack) {
        Map<String, IVersion> versions = new HashMap<>();
        for (String name : FunctionsFile.read(Project.functions()).functions().keySet()) {
            Function function =
                    Function.Builder.create(stack, name)
                            .runtime(Runtime.NODEJS_22_X)
                            .handler("index.handler")
                            .code(Code.fromInline("exports.handler = async () => ({});"))
                            .build();
            versions.put(name, function.getCurrentVersion());
        }
        return versions;
    }
}
