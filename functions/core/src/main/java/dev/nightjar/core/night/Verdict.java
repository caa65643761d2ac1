package dev.nightjar.core.night;

import dev.nightjar.core.gate.GateResult;

import java.util.List;

/** All gates with their measured values, and the decision. */
public record Verdict(boolean passed, List<GateResult> gates) {
    public Verdict {
        gates = List.copyOf(gates);
    }
}
