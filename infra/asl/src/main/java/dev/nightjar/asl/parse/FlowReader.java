package dev.nightjar.asl.parse;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Reads StartAt and States: of a machine, a branch, or a processor. */
final class FlowReader {
    private final QueryLanguage language;

    FlowReader(QueryLanguage language) {
        this.language = language;
    }

    /** The flow, or null when it has no states; says so. */
    @Nullable Flow read(Fields fields) {
        String startAt = fields.requiredText("StartAt");
        Fields states = fields.object("States");
        if (states == null) {
            if (!fields.has("States")) {
                fields.missing("States");
            }
            return null;
        }
        SequencedMap<String, State> read = new LinkedHashMap<>();
        StateReader reader = new StateReader(this, language);
        List<Map.Entry<String, Fields>> members = states.members();
        for (Map.Entry<String, Fields> entry : members) {
            State state = reader.read(entry.getKey(), entry.getValue());
            if (state != null) {
                read.put(entry.getKey(), state);
            }
        }
        if (members.isEmpty()) {
            states.schema("States is empty", "Add a state.");
        }
        return new Flow(fields.pointer(), startAt, read, read.size() == members.size());
    }
}
