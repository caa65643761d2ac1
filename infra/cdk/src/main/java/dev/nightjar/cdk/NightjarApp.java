package dev.nightjar.cdk;

import dev.nightjar.pipeline.file.Problem;
import dev.nightjar.pipeline.functions.FunctionsFile;

import software.amazon.awscdk.App;

import java.io.PrintStream;
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

    private final Path home;
    private final Archives archives;
    private final InstantSource clock;
    private final PrintStream told;

    /**
     * An app.
     *
     * @param home the repository's root
     * @param told warnings and problems, one a line
     */
    NightjarApp(Path home, Archives archives, InstantSource clock, PrintStream told) {
        this.home = home;
        this.archives = archives;
        this.clock = clock;
        this.told = told;
    }

    /** Writes the cloud assembly to where the CDK command line wants it. */
    public static void main(String[] arguments) {
        Path home = Path.of(System.getProperty("nightjar.home", ".")).toAbsolutePath().normalize();
        Archives archives =
                new Archives(home, System.getProperty("nightjar.built", Archives.QUICK));
        NightjarApp nightjar = new NightjarApp(home, archives, Clock.systemUTC(), System.err);
        // Without CDK's own report to AWS, which would be a resource in the template.
        int answer = nightjar.synthesize(App.Builder.create().analyticsReporting(false).build());
        if (answer != 0) {
            System.exit(answer);
        }
    }

    /** Writes the app's assembly, or tells the problems; answers the process's exit code. */
    int synthesize(App app) {
        try {
            addStack(app);
        } catch (NotDeployable refused) {
            refused.lines().forEach(told::println);
            return REFUSED;
        }
        app.synth();
        return 0;
    }

    /**
     * Puts the stack into the app.
     *
     * @throws NotDeployable with everything that is wrong with settings and files
     */
    NightjarStack addStack(App app) {
        Settings settings = Settings.read(key -> app.getNode().tryGetContext(key));
        PipelineFiles pipelines = PipelineFiles.read(home, settings.pipelines());
        Problem.lines(pipelines.warnings()).forEach(told::println);
        FunctionsFile functions = FunctionsFile.read(home.resolve("state-machines/functions.yaml"));
        return new NightjarStack(
                app,
                settings,
                new NightjarStack.Parts(
                        home, pipelines.definitions(), functions, archives, clock.instant()));
    }
}
