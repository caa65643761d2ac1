package dev.nightjar.local.deployed;

import static java.util.Objects.requireNonNull;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Frame;

import org.testcontainers.utility.LogUtils;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Has calls end that an emulated Lambda would hold until the function's time is up. The runtime
 * reports an error on one connection and asks for the next call on another; an emulator that takes
 * the second first waits for a runtime that waits for it. When the runtime is gone, the emulator
 * passes on the error that it was told, and starts another for the next call. So a runtime that has
 * answered and is still in the same call at the second look is ended.
 */
final class StuckCalls implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    /** There need not be a program in the container that ends others by name. */
    private static final String END_THE_RUNTIME =
            "for each in /proc/[0-9]*; do"
                    + " if [ \"$(cat \"$each/comm\")\" = java ]; then kill -9 \"${each#/proc/}\"; fi;"
                    + " done";

    private final DockerClient docker;
    private final Map<String, String> label;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledFuture<?> looks;
    private Set<StuckCall> seen = Set.of();

    /** Looks at the containers that have the label until this is closed. */
    StuckCalls(DockerClient docker, Map<String, String> label) {
        this.docker = requireNonNull(docker, "docker is null");
        this.label = Map.copyOf(label);
        this.looks =
                thread.scheduleWithFixedDelay(
                        this::look,
                        BETWEEN_LOOKS.toSeconds(),
                        BETWEEN_LOOKS.toSeconds(),
                        TimeUnit.SECONDS);
    }

    private void look() {
        try {
            Set<StuckCall> now = find();
            now.stream().filter(seen::contains).forEach(this::end);
            seen = now;
        } catch (DockerException goneMeanwhile) {
            seen = Set.of();
        }
    }

    private Set<StuckCall> find() {
        return docker.listContainersCmd().withLabelFilter(label).exec().stream()
                .map(Container::getId)
                .flatMap(each -> StuckCall.find(each, LogUtils.getOutput(docker, each)).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private void end(StuckCall call) {
        String deed =
                docker.execCreateCmd(call.container())
                        .withCmd("sh", "-c", END_THE_RUNTIME)
                        .exec()
                        .getId();
        try {
            docker.execStartCmd(deed).exec(new ResultCallback.Adapter<Frame>()).awaitCompletion();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        looks.cancel(true);
        thread.close();
    }
}
