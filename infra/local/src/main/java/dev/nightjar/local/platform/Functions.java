package dev.nightjar.local.platform;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.run.TaskFailure;
import dev.nightjar.aws.StepFunction;
import dev.nightjar.aws.Wiring;
import dev.nightjar.pipeline.functions.FunctionEntry;
import dev.nightjar.pipeline.functions.FunctionsFile;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * Calls functions as Lambda does: payloads are limited, a call that takes too long is given up, and
 * what a handler throws becomes an error name with a cause. An instance serves many calls, made at
 * its first; one that ran out of memory or stack is thrown away. Safe for use by multiple threads.
 */
final class Functions implements AutoCloseable {
    static final int MOST_BYTES = 6 * 1024 * 1024;

    private final FunctionsFile file;
    private final Supplier<Wiring> wiring;
    private final BiFunction<FunctionEntry, Wiring, Wiring> rewire;
    private final RunLog log;
    private final ConcurrentHashMap<String, StepFunction<?, ?>> instances =
            new ConcurrentHashMap<>();
    private final ExecutorService threads =
            Executors.newCachedThreadPool(
                    Thread.ofPlatform().name("function-", 1).daemon(true).factory());

    Functions(
            FunctionsFile file,
            Supplier<Wiring> wiring,
            BiFunction<FunctionEntry, Wiring, Wiring> rewire,
            RunLog log) {
        this.file = requireNonNull(file, "file is null");
        this.wiring = requireNonNull(wiring, "wiring is null");
        this.rewire = requireNonNull(rewire, "rewire is null");
        this.log = requireNonNull(log, "log is null");
    }

    /**
     * Answers a request, both as JSON in UTF-8.
     *
     * @throws TaskFailure with the error as Lambda names it
     * @throws InterruptedException when nobody waits any more; the call is then given up
     */
    byte[] call(String name, byte[] request) throws TaskFailure, InterruptedException {
        long start = System.nanoTime();
        try {
            byte[] response = answer(file.function(name), request);
            log.write(name, request, response, seconds(start), null);
            return response;
        } catch (TaskFailure failure) {
            log.write(name, request, null, seconds(start), failure);
            throw failure;
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private byte[] answer(FunctionEntry function, byte[] request)
            throws TaskFailure, InterruptedException {
        if (request.length > MOST_BYTES) {
            throw FunctionFailure.requestTooLarge(request.length, MOST_BYTES);
        }
        byte[] response = await(function, threads.submit(() -> run(function, request)));
        if (response.length > MOST_BYTES) {
            throw FunctionFailure.responseTooLarge(response.length, MOST_BYTES);
        }
        return response;
    }

    private static byte[] await(FunctionEntry function, Future<byte[]> answer)
            throws TaskFailure, InterruptedException {
        try {
            return answer.get(function.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException thrown) {
            throw FunctionFailure.thrown(requireNonNull(thrown.getCause()));
        } catch (TimeoutException late) {
            throw FunctionFailure.timedOut(function.name(), function.timeout());
        } finally {
            answer.cancel(true);
        }
    }

    private byte[] run(FunctionEntry function, byte[] request) {
        try {
            return instances
                    .computeIfAbsent(function.name(), name -> instance(function))
                    .answer(request);
        } catch (VirtualMachineError broken) {
            instances.remove(function.name());
            throw broken;
        }
    }

    private StepFunction<?, ?> instance(FunctionEntry function) {
        Wiring own = rewire.apply(function, wiring.get());
        try {
            return Class.forName(function.className())
                    .asSubclass(StepFunction.class)
                    .getConstructor(Wiring.class)
                    .newInstance(own);
        } catch (InvocationTargetException failed) {
            throw new IllegalStateException(
                    function.className() + " cannot be made", failed.getCause());
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException(
                    function.className() + " is no handler with a constructor for its wiring",
                    missing);
        }
    }

    /** Interrupts what still runs. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
