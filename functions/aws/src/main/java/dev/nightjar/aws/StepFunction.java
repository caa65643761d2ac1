package dev.nightjar.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import dev.nightjar.pipeline.json.Json;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Function;

/**
 * The base of every handler: JSON in, one step, JSON out. An exception of the step leaves as it is,
 * because Lambda reports its qualified class name as the error that the state machine catches. Safe
 * for use by multiple threads when the step is.
 *
 * @param <Q> the request record
 * @param <A> the response record, or {@link Void} for {@code null}
 */
public abstract class StepFunction<Q, A> implements RequestStreamHandler {
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};

    private final Class<Q> requestType;
    private final Function<Q, @Nullable A> step;

    /** A handler of the step. */
    protected StepFunction(Class<Q> requestType, Function<Q, @Nullable A> step) {
        this.requestType = requireNonNull(requestType, "requestType is null");
        this.step = requireNonNull(step, "step is null");
    }

    /** Answers a request, both as JSON in UTF-8. */
    public final byte[] answer(byte[] request) {
        A answer = step.apply(Json.read(request, requestType));
        return answer == null ? NULL.clone() : Json.bytes(answer);
    }

    /** Answers Lambda, and writes one log line about the call. */
    @Override
    public final void handleRequest(InputStream input, OutputStream output, Context context)
            throws IOException {
        byte[] request = input.readAllBytes();
        output.write(logged(request, context));
    }

    private byte[] logged(byte[] request, Context context) {
        long start = System.nanoTime();
        byte[] answer = null;
        Throwable failure = null;
        try {
            answer = answer(request);
            return answer;
        } catch (RuntimeException | Error thrown) {
            failure = thrown;
            throw thrown;
        } finally {
            CallLine line =
                    CallLine.of(
                            null,
                            getClass().getSimpleName(),
                            request,
                            answer,
                            (System.nanoTime() - start) / 1e9,
                            failure == null ? null : failure.getClass().getName(),
                            failure == null ? null : failure.getMessage(),
                            context.getAwsRequestId());
            // As bytes it stays JSON of its own, whatever form the log is set to.
            context.getLogger().log((line.text() + "\n").getBytes(UTF_8));
        }
    }
}
