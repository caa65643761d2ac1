package dev.nightjar.pipeline.file;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Files with mistakes, and every word that is said about them: {@code mistakes.txt}. */
final class MistakesTest {
    record Mistake(String name, String yaml, List<String> problems) {
        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void areNamedOnceWithTheirPlaceAndRemedy(Mistake mistake) {
        assertThat(Reading.problems(mistake.yaml()))
                .containsExactlyElementsOf(
                        mistake.problems().stream().map(line -> "loans.yaml:" + line).toList());
    }

    @Test
    void thereAreManyOfThem() throws IOException {
        assertThat(mistakes()).hasSizeGreaterThan(45);
        assertThat(mistakes()).allSatisfy(mistake -> assertThat(mistake.problems()).isNotEmpty());
    }

    @Test
    void tenInOneFileAreTenProblems() throws IOException {
        assertThat(Reading.problems(resource("ten-mistakes.yaml")))
                .extracting(text -> text.substring("loans.yaml:".length()))
                .containsExactly(
                        "5:22  error  unknown type 'int'. Did you mean 'integer'? Known: boolean,"
                                + " integer, decimal, category, date, text",
                        "6:3  error  column 'amount' stands twice, first on line 4. Keep one of"
                                + " the two",
                        "9:22  error  columns 'defaulted' and 'flagged' are both the label. Keep"
                                + " one; give the other role: ignore, or none to learn from it",
                        "11:3  error  training.source has no 'path'. Add path:"
                                + " \"training/dt={date}/*.csv\"",
                        "12:21  error  cron '0 25 ? * MON *': '25' is no hour. Write six fields:"
                                + " minute hour day month weekday year, one of the days '?',"
                                + " such as 0 4 * * ? *",
                        "12:49  error  unknown time zone 'Europe/Berln'. Did you mean"
                                + " 'Europe/Berlin'? Write an IANA name such as Europe/Berlin",
                        "15:16  error  unknown trainer 'random-forest'. Known:"
                                + " logistic-regression, linear-regression, boosted-trees",
                        "17:3  error  unknown key 'objektive'. Did you mean 'objective'?",
                        "19:5  error  gate 'auc > 75': auc lies in 0..1. Did you mean 0.75?",
                        "21:61  error  scoring.source.window 'one day' is not a window. Write it"
                                + " like P1D or P90D or PT6H");
    }

    static List<Mistake> mistakes() throws IOException {
        return Arrays.stream(resource("mistakes.txt").split("(?m)^=== "))
                .filter(text -> !text.isBlank())
                .map(MistakesTest::mistake)
                .toList();
    }

    private static Mistake mistake(String text) {
        int name = text.indexOf('\n');
        int expected = text.indexOf(">>>\n");
        Stream<String> problems = text.substring(expected + ">>>\n".length()).lines();
        return new Mistake(
                text.substring(0, name),
                text.substring(name + 1, expected),
                problems.filter(line -> !line.isBlank()).toList());
    }

    private static String resource(String name) throws IOException {
        try (InputStream file = MistakesTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
        }
    }
}
