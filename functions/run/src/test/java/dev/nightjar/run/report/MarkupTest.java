package dev.nightjar.run.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class MarkupTest {
    @Test
    void textAndAttributesAreEscaped() {
        String page =
                new Markup()
                        .open("p")
                        .attribute("title", "a \"b\" <c>")
                        .text("<1H OCEAN & \"near\">")
                        .close()
                        .document();

        assertThat(page)
                .contains("<p title=\"a &quot;b&quot; &lt;c&gt;\">")
                .contains("&lt;1H OCEAN &amp; \"near\"&gt;</p>");
    }

    @Test
    void controlCharactersAndHalvesOfCharactersAreReplaced() {
        String page =
                new Markup()
                        .leaf("p", "a\u0000b\u001bc\ud800d\u0085e\uffffz\ud83c\udf19")
                        .document();

        assertThat(page).contains("a\ufffdb\ufffdc\ufffdd\ufffde\ufffdz\ud83c\udf19");
        assertThat(WellFormed.text(page)).startsWith("a\ufffdb");
    }

    @Test
    void anOpenElementIsNoDocument() {
        Markup markup = new Markup().open("p");

        assertThatThrownBy(markup::document)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("not closed: [p]");
    }

    @Test
    void aNameNeverComesFromData() {
        assertThatThrownBy(() -> new Markup().open("p onclick=x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'p onclick=x' names no element or attribute");
    }

    @Test
    void attributesComeBeforeText() {
        Markup markup = new Markup().open("p").text("x");

        assertThatThrownBy(() -> markup.attribute("class", "y"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no tag is open for the attribute class");
    }

    @Test
    void coordinatesHaveTwoDigits() {
        assertThat(Markup.coordinate(12.0)).isEqualTo("12");
        assertThat(Markup.coordinate(1.005e3 / 7)).isEqualTo("143.57");
        assertThatThrownBy(() -> Markup.coordinate(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
