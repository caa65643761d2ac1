package dev.nightjar.local.command;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.night.RunId;
import dev.nightjar.local.night.NightListener;
import dev.nightjar.local.night.NightRequest;
import dev.nightjar.local.night.Nights;
import dev.nightjar.local.night.ScoreAnswer;
import dev.nightjar.local.night.TrainAnswer;
import dev.nightjar.local.platform.LocalPlatform;
import dev.nightjar.local.scheduler.Firing;
import dev.nightjar.local.scheduler.Starter;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Nights that the scheduler started, each on a thread of its own: as many at once as schedules
 * fire, as on AWS. Safe for use by multiple threads.
 */
final class StartedNights implements Starter, AutoCloseable {
    private record Started(Firing firing, Future<?> end) {}

    private final LocalPlatform platform;
    private final Map<String, String> set;
    private final UpNightScreen screen;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ConcurrentLinkedQueue<Started> started = new ConcurrentLinkedQueue<>();
    private final Map<Firing, RunId> underWay = new ConcurrentHashMap<>();

    /**
     * Nights on the platform.
     *
     * @param set overrides of the pipeline files, already applied
     */
    StartedNights(LocalPlatform platform, Map<String, String> set, UpNightScreen screen) {
        this.platform = requireNonNull(platform, "platform is null");
        this.set = Map.copyOf(set);
        this.screen = requireNonNull(screen, "screen is null");
    }

    /** Starts the machine with the input that a deployed schedule carries. */
    @Override
    public void start(Firing firing) {
        String delivery = platform.wiring().ids().nonce();
        NightRequest request =
                NightRequest.of(firing.schedule().definition(), firing.slot())
                        .withSchedulerExecution(delivery)
                        .withSet(set);
        screen.fired(firing, delivery);
        started.add(new Started(firing, threads.submit(() -> run(firing, request))));
    }

    private Void run(Firing firing, NightRequest request) throws InterruptedException {
        NightListener listener = screen.listener(firing, run -> underWay.put(firing, run));
        Nights nights = new Nights(platform);
        switch (firing.schedule().machine()) {
            case TRAINING -> {
                TrainAnswer answer = nights.train(request, listener);
                underWay.remove(firing);
                screen.ended(firing, request, answer);
            }
            case SCORING -> {
                ScoreAnswer answer = nights.score(request, listener);
                underWay.remove(firing);
                screen.ended(firing, request, answer);
            }
        }
        return null;
    }

    /** Tells of nights that broke, and forgets those that are over. */
    void settle() {
        for (Started night : started) {
            if (night.end().isDone()) {
                started.remove(night);
                if (night.end().state() == Future.State.FAILED) {
                    underWay.remove(night.firing());
                    screen.broke(night.firing(), night.end().exceptionNow());
                }
            }
        }
    }

    /** Whether no night is under way. */
    boolean idle() {
        return started.isEmpty();
    }

    /** The runs under way, in the order of their names. */
    List<RunId> underWay() {
        return underWay.values().stream()
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .toList();
    }

    /** Waits for nothing: whatever is under way stops where it is. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
