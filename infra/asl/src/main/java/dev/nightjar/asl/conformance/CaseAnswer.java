package dev.nightjar.asl.conformance;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.run.HistoryEvent;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/**
 * What became of a case. Immutable, as long as nobody changes the JSON.
 *
 * @param json the answer as {@link CaseRunner#answer} gives it
 * @param history the execution's events; empty for other kinds
 */
public record CaseAnswer(ObjectNode json, List<HistoryEvent> history) {

    public CaseAnswer {
        requireNonNull(json, "json is null");
        history = List.copyOf(history);
    }

    static CaseAnswer of(ObjectNode json) {
        return new CaseAnswer(json, List.of());
    }
}
