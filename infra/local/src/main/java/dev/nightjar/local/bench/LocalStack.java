package dev.nightjar.local.bench;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Step Functions of a LocalStack: the one at AWS_ENDPOINT_URL when one answers there, else a
 * container of our own. What was made in it is removed with {@link #close}.
 */
final class LocalStack implements AutoCloseable {
    private static final String IMAGE = "localstack/localstack:4.14.0";
    private static final int PORT = 4566;
    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration LONGEST_EXECUTION = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final @Nullable DockerContainer container;
    private final StatesApi api;
    private final String version;
    private final List<String> machines = new ArrayList<>();

    private LocalStack(@Nullable DockerContainer container, StatesApi api, String version) {
        this.container = container;
        this.api = requireNonNull(api, "api is null");
        this.version = requireNonNull(version, "version is null");
    }

    /**
     * A LocalStack that is ready.
     *
     * @throws LocalStackFailure when there is none, and none can be started
     */
    static LocalStack open(Map<String, String> environment, Consumer<String> progress)
            throws LocalStackFailure, InterruptedException {
        String endpoint = environment.getOrDefault("AWS_ENDPOINT_URL", "");
        if (!endpoint.isBlank()) {
            LocalStack running = at(endpoint);
            if (running != null) {
                return running;
            }
            progress.accept("no LocalStack answers at " + endpoint);
        }
        progress.accept("starting " + IMAGE);
        return start(DockerContainer.start(environment.getOrDefault("PATH", ""), IMAGE, PORT));
    }

    private static @Nullable LocalStack at(String endpoint)
            throws LocalStackFailure, InterruptedException {
        if (!endpoint.matches("https?://[^/]+/?")) {
            throw new LocalStackFailure("AWS_ENDPOINT_URL is no address: " + endpoint);
        }
        StatesApi api = new StatesApi(URI.create(endpoint));
        try {
            return new LocalStack(null, api, version(api.health()));
        } catch (LocalStackFailure _) {
            api.close();
            return null;
        }
    }

    private static LocalStack start(DockerContainer container)
            throws LocalStackFailure, InterruptedException {
        try {
            StatesApi api = new StatesApi(container.address());
            return new LocalStack(container, api, version(awaitHealth(api)));
        } catch (LocalStackFailure failure) {
            container.close();
            throw failure;
        }
    }

    private static JsonNode awaitHealth(StatesApi api)
            throws LocalStackFailure, InterruptedException {
        long deadline = System.nanoTime() + START.toNanos();
        while (true) {
            try {
                return api.health();
            } catch (LocalStackFailure notYet) {
                if (System.nanoTime() > deadline) {
                    throw notYet;
                }
                Thread.sleep(LOOK);
            }
        }
    }

    private static String version(JsonNode health) throws LocalStackFailure {
        String version = health.path("version").asString("");
        if (version.isEmpty()) {
            throw new LocalStackFailure("what answers is no LocalStack");
        }
        return version;
    }

    /** {@code LocalStack 4.14.0}. */
    String name() {
        return "LocalStack " + version;
    }

    /** The ARN of the machine, made here. */
    String create(MachineFile file) throws LocalStackFailure, InterruptedException {
        String unique = file.name() + "-" + ProcessHandle.current().pid() + "-" + machines.size();
        String arn = api.createStateMachine(unique, file.text());
        machines.add(arn);
        return arn;
    }

    /**
     * Runs an execution, which must answer the number.
     *
     * @return seconds by LocalStack's own clock, so that nothing is counted of the way to it
     */
    double seconds(String machine, JsonNode input, int expected)
            throws LocalStackFailure, InterruptedException {
        String execution = api.startExecution(machine, input);
        long deadline = System.nanoTime() + LONGEST_EXECUTION.toNanos();
        JsonNode described = api.describeExecution(execution);
        while ("RUNNING".equals(described.path("status").asString(""))) {
            if (System.nanoTime() > deadline) {
                throw new LocalStackFailure("an execution takes too long");
            }
            Thread.sleep(LOOK);
            described = api.describeExecution(execution);
        }
        if (!String.valueOf(expected).equals(described.path("output").asString(""))) {
            throw new LocalStackFailure("an execution ended otherwise: " + described);
        }
        double started = described.path("startDate").asDouble();
        return Math.max(1e-3, described.path("stopDate").asDouble() - started);
    }

    @Override
    public void close() {
        if (container == null) {
            machines.forEach(this::delete);
        }
        api.close();
        if (container != null) {
            container.close();
        }
    }

    private void delete(String machine) {
        try {
            api.deleteStateMachine(machine);
        } catch (LocalStackFailure _) {
            // It forgets its machines when it stops: what is left costs nobody anything.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
