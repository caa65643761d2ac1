package dev.nightjar.cdk;

import dev.nightjar.pipeline.file.Problem;
import dev.nightjar.pipeline.functions.FunctionsFile;

import software.amazon.awscdk.App;

import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;

/**
 * The CDK app that {@code cdk.json} names. Settings come from the CDK's context, files from the
 * repository: the pipelines, {@code state-machines/} and the archives of the functions.
 */
public final class NightjarApp {
    /** What the command line answers when a file or a setting is at fault. */
    private static final int REFUSED = 2;

    private NightjarApp() {}

    /** Writes the cloud assembly to where the CDK command line wants it. */
    public static void main(String[] arguments) {
        Path home = Path.of(System.getProperty("nightjar.home", ".")).toAbsolutePath().normalize();
        String built = System.getProperty("nightjar.built", Archives.QUICK);
        App app = app();
        try {
            build(app, home, new Archives(home, built), Clock.systemUTC());
        } catch (NotDeployable refused) {
            System.err.println(refused.getMessage());
            System.exit(REFUSED);
        }
        app.synth();
    }

    /** Nothing in the template that is neither ours nor a resource's: it tells nobody about us. */
    static App app() {
        return App.Builder.create().analyticsReporting(false).build();
    }

    /**
     * Puts the stack into the app.
     *
     * @throws NotDeployable with everything that is wrong with settings and files
     */
    static NightjarStack build(App app, Path home, Archives archives, InstantSource clock) {
        Settings settings = Settings.read(key -> app.getNode().tryGetContext(key));
        PipelineFiles pipelines = PipelineFiles.read(home, settings.pipelines());
        Problem.lines(pipelines.warnings()).forEach(System.err::println);
        FunctionsFile functions = FunctionsFile.read(home.resolve("state-machines/functions.yaml"));
        return new NightjarStack(
                app,
                settings,
                new NightjarStack.Parts(
                        home, pipelines.definitions(), functions, archives, clock.instant()));
    }
}
