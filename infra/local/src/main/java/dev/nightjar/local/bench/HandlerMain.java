package dev.nightjar.local.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.nightjar.aws.StepFunction;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.HashMap;
import java.util.Map;

/**
 * Calls handlers in a process of their own, on the class path of their archive, as Lambda does:
 * made by their public constructor, which wires them from the environment. Each line of standard
 * input is {@code CLASS JSON}; the answer is a line of standard output, before it {@code ready}
 * when the handler was made. What a handler throws ends the process.
 */
public final class HandlerMain {
    /** Said when a handler was made. */
    public static final String READY = "ready";

    private HandlerMain() {}

    public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
        Map<String, StepFunction<?, ?>> handlers = new HashMap<>();
        BufferedReader calls = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        for (String line = calls.readLine(); line != null; line = calls.readLine()) {
            int space = line.indexOf(' ');
            String name = line.substring(0, space);
            StepFunction<?, ?> handler = handlers.get(name);
            if (handler == null) {
                handler =
                        Class.forName(name)
                                .asSubclass(StepFunction.class)
                                .getConstructor()
                                .newInstance();
                handlers.put(name, handler);
                System.out.println(READY);
            }
            byte[] answer = handler.answer(line.substring(space + 1).getBytes(UTF_8));
            System.out.println(new String(answer, UTF_8));
        }
    }
}
