package dev.nightjar.local.night;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Asks about many things at once, where each answer takes its way over a network. */
public final class AtOnce {
    /** More would only be throttled. */
    private static final int MOST = 16;

    private AtOnce() {}

    /**
     * The answers in the order of the questions.
     *
     * @throws RuntimeException the first that an answer threw
     */
    public static <Q, A> List<A> all(List<Q> questions, Function<Q, A> answer)
            throws InterruptedException {
        List<A> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(MOST)) {
            List<Future<A>> asked = new ArrayList<>();
            for (Q question : questions) {
                asked.add(threads.submit(() -> answer.apply(question)));
            }
            try {
                for (Future<A> each : asked) {
                    answers.add(each.get());
                }
            } catch (ExecutionException failed) {
                threads.shutdownNow();
                throw rethrown(failed);
            }
        }
        return answers;
    }

    private static RuntimeException rethrown(ExecutionException failed) {
        return switch (failed.getCause()) {
            case RuntimeException problem -> problem;
            case Error error -> throw error;
            case null, default -> new IllegalStateException(failed);
        };
    }
}
