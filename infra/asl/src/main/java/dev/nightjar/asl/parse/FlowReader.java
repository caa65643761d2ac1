package dev.nightjar.asl.parse;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Reads StartAt and States: of a machine, a branch, or a processor. */
final class FlowReader {
    private final QueryLanguage language;
    private final List<String> jsonPathStates;

    /** Collects the pointers of the states in JSONPath in the given list. */
    FlowReader(QueryLanguage language, List<String> jsonPathStates) {
        this.language = language;
        this.jsonPathStates = jsonPathStates;
    }

    /** The flow, or null when it has no states; says so. */
    @Nullable Flow read(Fields fields) {
        fields.require("States", "StartAt");
        String startAt = fields.textOrEmpty("StartAt");
        Fields states = fields.object("States");
        if (states == null) {
            return null;
        }
        if (states.size() == 0) {
            fields.empty("States");
        }
        SequencedMap<String, State> read = new LinkedHashMap<>();
        StateReader reader = new StateReader(this);
        boolean runnable = states.size() > 0;
        for (Map.Entry<String, Fields> entry : states.members()) {
            Fields own = entry.getValue();
            QueryLanguage ofState = language.ofState(own);
            if (ofState == QueryLanguage.JSONPATH) {
                jsonPathStates.add(own.pointer());
                runnable = false;
            }
            State state = reader.read(entry.getKey(), own.in(ofState));
            if (state != null) {
                read.put(entry.getKey(), state);
                runnable &= state.flows().stream().allMatch(Flow::runnable);
            }
        }
        boolean complete = read.size() == states.size();
        return new Flow(fields.pointer(), startAt, read, complete, complete && runnable);
    }
}
