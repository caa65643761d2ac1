package dev.nightjar.local.bench;

import com.dashjoin.jsonata.Jsonata;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The expressions of one turn of the counting machine, evaluated by the JSONata library alone: what
 * an engine that did nothing else would take. Not safe for use by multiple threads.
 */
final class BareExpressions {
    private static final int TURNS_PER_LOOK_AT_THE_TIME = 100;

    private final List<Jsonata> expressions = new ArrayList<>();

    BareExpressions(MachineFile counting) {
        JsonNode states = JsonMapper.shared().readTree(counting.text()).path("States");
        collect(states.path("Count"));
        collect(states.path("Enough"));
    }

    private void collect(JsonNode node) {
        String text = node.asString("");
        if (text.startsWith("{%")) {
            expressions.add(Jsonata.jsonata(text.substring(2, text.length() - 2).strip()));
        }
        node.forEach(this::collect);
    }

    /** How many expressions one turn has. */
    int count() {
        return expressions.size();
    }

    /** Evaluates for the span, at least once; how many turns a second. */
    double turnsPerSecond(int until, Duration span) {
        long started = System.nanoTime();
        long most = span.toNanos();
        long turns = 0;
        long elapsed;
        do {
            for (int i = 0; i < TURNS_PER_LOOK_AT_THE_TIME; i++) {
                turn((int) (turns++ % until), until);
            }
            elapsed = System.nanoTime() - started;
        } while (elapsed < most);
        return turns * 1e9 / elapsed;
    }

    private void turn(int count, int until) {
        for (Jsonata expression : expressions) {
            Jsonata.Frame frame = expression.createFrame();
            frame.bind("count", count);
            frame.bind("until", until);
            if (expression.evaluate(null, frame) == null) {
                throw new IllegalStateException("an expression gave nothing");
            }
        }
    }
}
