package dev.nightjar.asl.generated;

import dev.nightjar.asl.Problem;
import dev.nightjar.asl.check.Checker;

import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/**
 * The machine of a seed: half of them as they were made, the others broken in one place or two.
 *
 * @param text the document
 * @param input the execution's input
 */
record GeneratedCase(long seed, String text, JsonNode input) {
    private static final JsonMapper ANY_DEPTH =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamWriteConstraints(
                                            StreamWriteConstraints.builder()
                                                    .maxNestingDepth(Integer.MAX_VALUE)
                                                    .build())
                                    .build())
                    .build();

    static GeneratedCase of(long seed) {
        Chance chance = new Chance(seed);
        ObjectNode document = new GeneratedMachine(chance).document();
        JsonNode input = new GeneratedExpressions(chance).input();
        Mutation mutation = new Mutation(chance);
        for (int left = chance.below(4) - 1; left > 0; left--) {
            mutation.apply(document);
        }
        String text = ANY_DEPTH.writeValueAsString(document);
        return new GeneratedCase(seed, chance.percent(3) ? mutation.apply(text) : text, input);
    }

    List<Problem> problems() {
        return Checker.check(text);
    }

    boolean isRunnable() {
        return problems().stream().noneMatch(Problem::isError);
    }
}
