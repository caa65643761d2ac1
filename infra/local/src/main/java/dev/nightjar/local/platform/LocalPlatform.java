package dev.nightjar.local.platform;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.parse.StateMachine;
import dev.nightjar.asl.run.Engine;
import dev.nightjar.asl.run.EngineClock;
import dev.nightjar.asl.run.ExecutionDescription.Status;
import dev.nightjar.asl.run.ExecutionListener;
import dev.nightjar.asl.run.SystemClock;
import dev.nightjar.asl.run.TaskWrapper;
import dev.nightjar.aws.Wiring;
import dev.nightjar.core.night.Machine;
import dev.nightjar.core.port.Ids;
import dev.nightjar.core.port.TrustedKeys;
import dev.nightjar.core.sign.KeyFileSigner;
import dev.nightjar.core.store.DataFolder;
import dev.nightjar.core.store.FolderStore;
import dev.nightjar.core.store.ObjectStore;
import dev.nightjar.pipeline.functions.FunctionEntry;
import dev.nightjar.pipeline.functions.FunctionsFile;
import dev.nightjar.run.Records;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Stands in for AWS: a folder is the store, this process runs the machines and their functions.
 * Nothing is started, and no key is made, before the first execution. Safe for use by multiple
 * threads.
 */
public final class LocalPlatform implements Platform {
    private final Builder settings;
    private final ObjectStore store;
    private final Records records;
    private final ExecutionsFolder executions;
    private @Nullable Wiring wiring;
    private @Nullable RunningPlatform running;

    private LocalPlatform(Builder settings) {
        this.settings = settings;
        this.store = FolderStore.at(settings.folder);
        this.records = new Records(store);
        this.executions = new ExecutionsFolder(settings.folder);
    }

    /** A platform whose store is the folder, to be set up and opened. */
    public static Builder at(Path folder) {
        return new Builder(folder);
    }

    /** The folder that is the store. */
    public Path folder() {
        return settings.folder;
    }

    @Override
    public ObjectStore store() {
        return store;
    }

    @Override
    public Records records() {
        return records;
    }

    @Override
    public ExecutionsFolder executions() {
        return executions;
    }

    @Override
    public InstantSource clock() {
        return settings.clock;
    }

    @Override
    public TrustedKeys trustedKeys() {
        return wiring().trustedKeys();
    }

    @Override
    public LongSupplier nanoseconds() {
        return wiring().nanoseconds();
    }

    /** All that a step is given here. */
    public synchronized Wiring wiring() {
        if (wiring == null) {
            KeyFileSigner keys = KeyFileSigner.at(settings.folder.resolve("keys"));
            wiring =
                    new Wiring(
                            store,
                            data -> DataFolder.at(Path.of(data)),
                            settings.clock,
                            System::nanoTime,
                            nonces(),
                            keys,
                            keys,
                            executions,
                            new NotificationFiles(files("notifications"), settings.notices),
                            run -> RunLog.file(logs(), run.toString()).toString());
        }
        return wiring;
    }

    /** The machine as it runs here. */
    public StateMachine stateMachine(Machine machine) {
        return StateMachineFile.of(settings.home(), machine).filled();
    }

    /** Starts a machine; the listener hears of this execution and its children alone. */
    public ExecutionAtWork start(Machine machine, JsonNode input, ExecutionListener listener) {
        return running().start(machine, input, listener);
    }

    /** Resumes an execution whose process was killed; redrives one that ended unsuccessfully. */
    @Override
    public ExecutionAtWork goOn(String execution, ExecutionFollower follower) {
        boolean killed =
                executions
                        .describe(execution, settings.clock.instant())
                        .filter(found -> found.status() == Status.INTERRUPTED)
                        .isPresent();
        return killed
                ? running().resume(execution, follower)
                : running().redrive(execution, follower);
    }

    private synchronized RunningPlatform running() {
        if (running == null) {
            EngineClock time = settings.engineClock.get();
            Functions functions =
                    new Functions(
                            FunctionsFile.read(settings.home().functions()),
                            this::wiring,
                            settings.rewire,
                            new RunLog(logs(), settings.clock, settings.notices));
            FailureRule failures =
                    new FailureRule(functions, executions, settings.clock, settings.notices);
            ListenersByExecution listeners = new ListenersByExecution();
            running =
                    new RunningPlatform(
                            settings.home(),
                            engine(time, functions, failures, listeners),
                            time,
                            functions,
                            executions,
                            failures,
                            listeners,
                            wiring());
        }
        return running;
    }

    private Engine engine(
            EngineClock time,
            Functions functions,
            FailureRule failures,
            ListenersByExecution listeners) {
        return Engine.builder()
                .clock(time)
                .taskConcurrency(settings.taskConcurrency)
                .journals(executions.journals())
                .handler(InvokeFunction.RESOURCE, new InvokeFunction(functions))
                .handler(ReadObject.RESOURCE, new ReadObject(store))
                .handler(PutEvents.RESOURCE, new PutEvents(files("events"), settings.events))
                .around(settings.around)
                .listener(failures)
                .listener(listeners)
                .build();
    }

    private Path logs() {
        return settings.folder.resolve("logs");
    }

    private KeptFiles files(String name) {
        return new KeptFiles(settings.folder.resolve(name), settings.clock);
    }

    private static Ids nonces() {
        SecureRandom random = new SecureRandom();
        return () -> HexFormat.of().toHexDigits(random.nextLong()).substring(4);
    }

    /** Stops what still runs. */
    @Override
    public synchronized void close() {
        if (running != null) {
            running.close();
            running = null;
        }
    }

    /** Sets a platform up. Not safe for use by multiple threads. */
    public static final class Builder {
        private final Path folder;
        private Supplier<Home> home = Home::find;
        private InstantSource clock = InstantSource.system();
        private Consumer<String> notices = notice -> {};
        private Consumer<String> events = event -> {};
        private BiFunction<FunctionEntry, Wiring, Wiring> rewire = (function, given) -> given;
        private TaskWrapper around = (handler, time) -> handler;
        private Supplier<EngineClock> engineClock = () -> new SystemClock(clock);
        private int taskConcurrency = Math.max(2, Runtime.getRuntime().availableProcessors());

        private Builder(Path folder) {
            this.folder = requireNonNull(folder, "folder is null");
        }

        private Home home() {
            return home.get();
        }

        /** Where the state machines are (default: {@link Home#find()}). */
        public Builder home(Supplier<Home> value) {
            home = requireNonNull(value, "home is null");
            return this;
        }

        /** The time (default: the system's). */
        public Builder clock(InstantSource value) {
            clock = requireNonNull(value, "clock is null");
            return this;
        }

        /** Where notifications are told, beside the files (default: nowhere). */
        public Builder notices(Consumer<String> value) {
            notices = requireNonNull(value, "notices is null");
            return this;
        }

        /** Where events are told, beside the files (default: nowhere). */
        public Builder events(Consumer<String> value) {
            events = requireNonNull(value, "events is null");
            return this;
        }

        /** Changes what each function is given (default: nothing). */
        public Builder wiring(BiFunction<FunctionEntry, Wiring, Wiring> value) {
            rewire = requireNonNull(value, "wiring is null");
            return this;
        }

        /** What is put around every task of the engine (default: nothing). */
        public Builder around(TaskWrapper value) {
            around = requireNonNull(value, "around is null");
            return this;
        }

        /** In whose time pauses and time-outs pass (default: real time). */
        public Builder engineClock(EngineClock value) {
            requireNonNull(value, "engineClock is null");
            engineClock = () -> value;
            return this;
        }

        /** How many functions are at work at once (default: the processors, at least 2). */
        public Builder taskConcurrency(int value) {
            taskConcurrency = value;
            return this;
        }

        /** The platform. */
        public LocalPlatform open() {
            return new LocalPlatform(this);
        }
    }
}
