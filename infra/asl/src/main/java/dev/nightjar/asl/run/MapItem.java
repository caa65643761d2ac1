package dev.nightjar.asl.run;

import tools.jackson.databind.JsonNode;

/** The item that an iteration of a Map works on, {@code $states.context.Map.Item}. */
record MapItem(int index, JsonNode value) {}
