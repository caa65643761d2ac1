package dev.nightjar.run;

import dev.nightjar.core.definition.Phase;
import dev.nightjar.core.error.ErrorClass;
import dev.nightjar.core.night.FailureRecord;
import dev.nightjar.core.night.Keys;
import dev.nightjar.core.night.UnclaimedFailure;
import dev.nightjar.core.store.ObjectStore;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;

/** What an announcement of a failure tells, in order; its last line is the command that helps. */
final class FailureFacts {
    private FailureFacts() {}

    /** Of a run's failure. */
    static Map<String, String> of(
            FailureRecord failure, String address, String execution, ObjectStore store) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("pipeline", failure.run().pipeline());
        facts.put("run", failure.run().toString());
        facts.put("phase", failure.run().machine().phase(failure.state()).toString());
        facts.put("state", failure.state());
        what(facts, failure.error(), failure.errorClass(), failure.cause(), failure.component());
        facts.put("record", address);
        if (failure.log() != null) {
            facts.put("log", failure.log());
        }
        facts.put("execution", ExecutionLink.of(execution));
        facts.put("next", new NextStep(root(store), execution).after(failure));
        return facts;
    }

    /**
     * Of a failure without a run.
     *
     * @param phase or null where it is unknown
     */
    static Map<String, String> of(
            UnclaimedFailure failure,
            String pipeline,
            @Nullable Phase phase,
            String address,
            ObjectStore store) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("pipeline", pipeline);
        if (failure.slot() != null) {
            facts.put("slot", failure.slot());
        }
        if (phase != null) {
            facts.put("phase", phase.toString());
        }
        facts.put("state", failure.state());
        what(facts, failure.error(), failure.errorClass(), failure.cause(), failure.component());
        facts.put("record", address);
        facts.put("execution", ExecutionLink.of(failure.execution()));
        facts.put("next", new NextStep(root(store), failure.execution()).after(failure));
        return facts;
    }

    private static void what(
            Map<String, String> facts,
            String error,
            ErrorClass errorClass,
            String cause,
            @Nullable String component) {
        facts.put("error", error);
        facts.put("class", errorClass.toString());
        facts.put("cause", cause);
        if (component != null) {
            facts.put("component", component);
        }
    }

    /** The store as commands name it. */
    private static String root(ObjectStore store) {
        String some = Keys.serving("x");
        String address = store.address(some);
        return address.substring(0, address.length() - some.length() - 1);
    }
}
