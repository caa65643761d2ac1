package dev.nightjar.aws.notify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.Map;

class MessageTextTest {
    @Test
    void aShortSubjectStays() {
        assertThat(MessageText.subject("FAILED loans-20261102T0300Z-s01 at TallyBatch"))
                .isEqualTo("FAILED loans-20261102T0300Z-s01 at TallyBatch");
    }

    @Test
    void aLongSubjectEndsBelowAHundredCharacters() {
        String subject = MessageText.subject("x".repeat(120));
        assertThat(subject).hasSize(99).endsWith("xxx ...");
    }

    @Test
    void aSubjectOfNinetyNineCharactersStays() {
        assertThat(MessageText.subject("x".repeat(99))).isEqualTo("x".repeat(99));
    }

    @Test
    void aSubjectIsOneLineOfAscii() {
        assertThat(MessageText.subject(" Ein\nFehler\tfür é\u0007 "))
                .isEqualTo("Ein Fehler f?r ??");
    }

    @Test
    void theBodyHasALineForEachFact() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("run", "loans-20261102T0300Z-s01");
        facts.put("cause", "für alle sichtbar");
        assertThat(MessageText.body("FAILED loans", facts))
                .isEqualTo(
                        """
                        FAILED loans

                        run    loans-20261102T0300Z-s01
                        cause  für alle sichtbar
                        """);
    }
}
