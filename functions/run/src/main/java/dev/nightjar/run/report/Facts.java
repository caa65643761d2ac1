package dev.nightjar.run.report;

import java.util.ArrayList;
import java.util.List;

/** A list of names and what they stand for. Not safe for use by multiple threads. */
final class Facts {
    private final List<Fact> facts = new ArrayList<>();

    private record Fact(String name, Cell value) {}

    Facts with(String name, String value) {
        return with(name, Cell.of(value));
    }

    Facts with(String name, Cell value) {
        facts.add(new Fact(name, value));
        return this;
    }

    void writeTo(Markup out) {
        out.open("dl");
        for (Fact fact : facts) {
            out.leaf("dt", fact.name()).open("dd");
            if (fact.value().machine()) {
                out.leaf("code", fact.value().text());
            } else {
                out.text(fact.value().text());
            }
            out.close();
        }
        out.close();
    }
}
