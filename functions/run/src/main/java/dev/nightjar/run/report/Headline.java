package dev.nightjar.run.report;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What a reader must know when nothing else is read.
 *
 * @param word how the run ended
 * @param sentence the same in a sentence
 * @param reasons why, one a line
 * @param hint a likely cause, or null
 */
record Headline(
        Tone tone, String word, String sentence, List<String> reasons, @Nullable String hint) {
    /** Whether it is good news. */
    enum Tone {
        GOOD("tone-good"),
        BAD("tone-bad"),
        OPEN("tone-open");

        private final String style;

        Tone(String style) {
            this.style = style;
        }

        String style() {
            return style;
        }
    }

    Headline {
        requireNonNull(tone, "tone is null");
        requireNonNull(word, "word is null");
        requireNonNull(sentence, "sentence is null");
        reasons = List.copyOf(reasons);
    }

    void writeTo(Markup out) {
        out.open("div", "headline " + tone.style());
        out.open("p", "verdict").leaf("span", "word", word).close();
        out.leaf("p", "sentence", sentence);
        if (!reasons.isEmpty()) {
            out.open("ul", "reasons");
            reasons.forEach(reason -> out.leaf("li", reason));
            out.close();
        }
        if (hint != null) {
            out.open("p", "hint").leaf("strong", "Likely cause: ").text(hint).close();
        }
        out.close();
    }
}
