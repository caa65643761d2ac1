package dev.nightjar.asl.conformance;

import tools.jackson.databind.JsonNode;

import java.util.Map;

/** Equality of JSON in which 1 and 1.0 are the same number. */
final class SameJson {
    private SameJson() {}

    static boolean same(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue()) == 0;
        }
        if (one.size() != other.size() || one.getNodeType() != other.getNodeType()) {
            return false;
        }
        if (one.isObject()) {
            for (Map.Entry<String, JsonNode> member : one.properties()) {
                JsonNode there = other.get(member.getKey());
                if (there == null || !same(member.getValue(), there)) {
                    return false;
                }
            }
            return true;
        }
        if (one.isArray()) {
            for (int i = 0; i < one.size(); i++) {
                if (!same(one.get(i), other.get(i))) {
                    return false;
                }
            }
            return true;
        }
        return one.equals(other);
    }
}
