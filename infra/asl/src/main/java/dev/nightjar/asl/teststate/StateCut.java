package dev.nightjar.asl.teststate;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes out of a state what is not run when it is tested alone. */
final class StateCut {
    private static final String TOKEN = ".waitForTaskToken";
    private static final String FUNCTION = "arn:aws:states:::lambda:invoke";

    private StateCut() {}

    static ObjectNode of(ObjectNode state) {
        ObjectNode cut = state.deepCopy();
        if (cut.get("ItemProcessor") instanceof ObjectNode processor) {
            empty(processor);
            standard(processor);
        }
        cut.remove("ResultWriter");
        if (cut.get("Branches") instanceof ArrayNode branches) {
            branches.forEach(StateCut::empty);
        }
        String resource = cut.path("Resource").asString("");
        if (isCallback(resource)) {
            cut.put("Resource", plain(resource));
        }
        return cut;
    }

    /** The mock stands for the whole flow. */
    private static void empty(JsonNode flow) {
        if (flow instanceof ObjectNode object && object.has("States")) {
            object.put("StartAt", "Mocked");
            ObjectNode state = object.putObject("States").putObject("Mocked");
            state.put("Type", "Succeed").put("QueryLanguage", "JSONata");
        }
    }

    /** No child is started, so its type makes no difference. */
    private static void standard(ObjectNode processor) {
        if (processor.get("ProcessorConfig") instanceof ObjectNode configuration
                && configuration.path("ExecutionType").asString("").equals("EXPRESS")) {
            configuration.put("ExecutionType", "STANDARD");
        }
    }

    static boolean isCallback(String resource) {
        return resource.endsWith(TOKEN) || isPolled(resource) || isActivity(resource);
    }

    private static boolean isPolled(String resource) {
        return resource.endsWith(".sync") || resource.endsWith(".sync:2");
    }

    private static boolean isActivity(String resource) {
        return resource.startsWith("arn:aws:states:") && resource.contains(":activity:");
    }

    private static String plain(String resource) {
        if (isActivity(resource)) {
            return FUNCTION;
        }
        int pattern = resource.lastIndexOf('.');
        return resource.substring(0, pattern);
    }
}
