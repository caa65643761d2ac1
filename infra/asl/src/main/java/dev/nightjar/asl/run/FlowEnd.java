package dev.nightjar.asl.run;

import tools.jackson.databind.JsonNode;

/** Who waits for the end of a flow: the execution, a Parallel, or a Map. */
interface FlowEnd {
    void succeeded(FlowRun run, JsonNode output);

    void failed(FlowRun run, StateFailure failure);
}
