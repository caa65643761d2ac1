package dev.nightjar.asl.parse;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.expression.Template;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Takes the first way whose Condition holds (specification, "Choice State").
 *
 * @param fallback Default, or null
 */
public record ChoiceState(Common common, List<Rule> rules, @Nullable String fallback)
        implements State {
    public ChoiceState {
        requireNonNull(common, "common is null");
        rules = List.copyOf(rules);
    }

    /** One element of Choices. */
    public record Rule(
            Template condition, String next, @Nullable Template assign, @Nullable Template output) {
        public Rule {
            requireNonNull(condition, "condition is null");
            requireNonNull(next, "next is null");
        }
    }
}
