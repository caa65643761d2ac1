package dev.nightjar.asl.conformance;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An Express machine: as a standard one, but for five minutes at most ("Quotas"). */
final class Express {
    private static final int MOST_SECONDS = 300;
    private static final String FIELD = "TimeoutSeconds";

    private Express() {}

    /** The definition, with the limit of its type as its time-out. */
    static String limited(ConformanceCase each) {
        if (!each.type().equals("EXPRESS")) {
            return each.definition();
        }
        ObjectNode document = (ObjectNode) JsonMapper.shared().readTree(each.definition());
        JsonNode said = document.path(FIELD);
        if (!said.isNumber() || said.intValue() > MOST_SECONDS) {
            document.put(FIELD, MOST_SECONDS);
        }
        return document.toString();
    }
}
