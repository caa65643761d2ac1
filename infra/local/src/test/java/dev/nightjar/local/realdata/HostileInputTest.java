package dev.nightjar.local.realdata;

import static dev.nightjar.local.realdata.HostileNights.HEADER;
import static dev.nightjar.local.realdata.HostileNights.bytes;
import static dev.nightjar.local.realdata.HostileNights.cut;
import static dev.nightjar.local.realdata.HostileNights.packed;
import static dev.nightjar.local.realdata.HostileNights.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.local.CommandRun;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tables as they must not be: the documented result or a clear refusal, never shifted columns. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HostileInputTest {
    private static final Pattern LAST_COLUMNS = Pattern.compile("(,[^,]*){3}$", Pattern.MULTILINE);

    private static final String BAD_ROWS = "limits.badRows=0.9";

    @TempDir private static Path folder;

    private HostileNights nights = new HostileNights(Path.of(""));

    @BeforeAll
    void aModelServes() {
        nights = HostileNights.in(folder);
    }

    @Test
    void onePoisonRowInAHundredThousandIsQuarantinedAndAllOthersAreScored() throws IOException {
        String text = HEADER + rows(0, 41_233) + "L041233,5e3x,40,car\n" + rows(41_234, 58_766);
        nights.with("poison", "big.csv", bytes(text));

        JsonNode answer = nights.committed("poison");

        assertThat(answer.at("/rows/input").asLong()).isEqualTo(100_000);
        assertThat(answer.at("/rows/scored").asLong()).isEqualTo(99_999);
        assertThat(answer.at("/rows/quarantined").asLong()).isEqualTo(1);
        assertThat(answer.at("/quarantine/byRule/not-a-number").asLong()).isEqualTo(1);
        assertThat(quarantine(answer))
                .containsExactly(
                        "file,line,rule,column,value,row",
                        "poison/big.csv,41235,not-a-number,amount,5e3x,\"L041233,5e3x,40,car\"");
        assertThat(nights.results("poison").lines()).hasSize(100_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "missing-column | loan_id,amount,purpose\\nL1,5,car\\n | 'age'",
                "twice          | loan_id,amount,age,age,purpose\\nL1,5,40,41,car\\n | 'age'",
                "empty          | '' | empty",
                "no-line        | \\n\\n | header",
                "semicolons     | loan_id;amount;age;purpose\\nL1;5;40;car\\n | 'amount'",
                "wide-quote     | loan_id,amount,age,purpose\\n\"L1,5,40,car\\nL2,5,40,car\\n | quote"
            })
    void anObjectThatCannotBeReadFailsTheNightAndNamesItself(
            String night, String text, String said) {
        nights.with(night, "bad.csv", bytes(text.replace("\\n", "\n")));

        CommandRun run = nights.score(night);

        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(3);
        assertThat(run.out()).contains("DataUnfit", night + "/bad.csv", said);
        nights.assertNothingPublished(night);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "train-missing | loan_id,amount,purpose,defaulted\\nL1,5,car,true\\n | 'age'",
                "train-twice   | loan_id,amount,age,age,purpose,defaulted\\nL1,5,4,4,car,true\\n | 'age'",
                "train-empty   | '' | empty",
                "train-header  | loan_id,amount,age,purpose,defaulted\\n | no row is left to learn from"
            })
    void aTableThatCannotBeLearnedFromIsRefusedAndWhatServesGoesOn(
            String night, String text, String said) {
        nights.with(night, "bad.csv", bytes(text.replace("\\n", "\n")));

        CommandRun run = nights.train(night);

        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(3);
        assertThat(run.out()).contains("Unfit", said).contains("1.0.1");
    }

    @Test
    void aHeaderOnlyIsANightWithoutRows() {
        nights.with("header-only", "none.csv", bytes(HEADER));

        JsonNode answer = nights.committed("header-only");

        assertThat(answer.at("/rows/input").asLong()).isZero();
        assertThat(answer.at("/rows/scored").asLong()).isZero();
    }

    @Test
    void aByteOrderMarkCrlfQuotesAndAnotherOrderOfColumnsChangeNothing() {
        String plain = HEADER + "L1,5000.5,40,car\nL2,6000,50,house\n";
        String reordered =
                """
                "purpose",age,note,amount,loan_id
                car,"40",x,5000.5,L1
                "house",50,"y, z","6000","L2"
                """;
        String other = "\uFEFF" + reordered.replace("\n", "\r\n");
        nights.with("plain", "a.csv", bytes(plain));
        nights.with("dressed", "a.csv", bytes(other));
        nights.with("packed", "a.csv.gz", packed(other));

        for (String night : List.of("plain", "dressed", "packed")) {
            assertThat(nights.committed(night).at("/rows/scored").asLong()).isEqualTo(2);
        }
        String expected = predictions("plain");
        assertThat(expected.lines()).hasSize(3);
        assertThat(predictions("dressed")).isEqualTo(expected);
        assertThat(predictions("packed")).isEqualTo(expected);
    }

    @Test
    void lineBreaksInQuotesBelongToTheCellAndLinesAreCountedAsAnEditorDoes() throws IOException {
        String text =
                HEADER + "\"L1\nof two\r\nlines\",5000,40,car\nL2,abc,50,house\nL3,5,60,car\n";
        nights.with("quoted", "a.csv", bytes(text));

        JsonNode answer = nights.committed("quoted", "--set", BAD_ROWS);

        assertThat(answer.at("/rows/scored").asLong()).isEqualTo(2);
        assertThat(quarantine(answer).getLast())
                .startsWith("quoted/a.csv,5,not-a-number,amount,abc");
        assertThat(nights.results("quoted"))
                .contains("\n\"L1\nof two\r\nlines\",")
                .containsPattern("\nL3,");
    }

    @Test
    void aRowWithACellTooManyOrTooFewIsKeptOutAndNeverShifted() throws IOException {
        String text = HEADER + "L1,5000,40\nL2,5000,40,car,x\nL3,,40,car\nL4,5000,40,car\n";
        nights.with("ragged", "a.csv", bytes(text));

        JsonNode answer = nights.committed("ragged", "--set", BAD_ROWS);

        assertThat(answer.at("/rows/scored").asLong()).isEqualTo(1);
        assertThat(quarantine(answer).stream().skip(1).map(line -> line.replaceAll("\".*", "")))
                .containsExactly(
                        "ragged/a.csv,2,wrong-field-count,,3 of 4 fields,",
                        "ragged/a.csv,3,wrong-field-count,,5 of 4 fields,",
                        "ragged/a.csv,4,missing-value,amount,,");
        assertThat(predictions("ragged").lines().skip(1)).allMatch(line -> line.startsWith("L4,"));
    }

    @Test
    void anotherEncodingIsNeverGuessed() throws IOException {
        String text = HEADER + "L1,5000,40,car\nMüller,5000,40,car\n";
        nights.with("latin", "a.csv", text.getBytes(StandardCharsets.ISO_8859_1))
                .with("wide", "a.csv", text.getBytes(StandardCharsets.UTF_16));

        JsonNode latin = nights.committed("latin", "--set", BAD_ROWS);
        CommandRun wide = nights.score("wide", "--set", BAD_ROWS);

        assertThat(latin.at("/rows/scored").asLong()).isEqualTo(1);
        assertThat(quarantine(latin).getLast()).startsWith("latin/a.csv,3,encoding,");
        assertThat(wide.exitCode()).as(wide.out() + wide.err()).isEqualTo(3);
        assertThat(wide.out()).contains("DataUnfit", "wide/a.csv", "UTF-");
    }

    @Test
    void tooManyBadRowsPublishNothingAndSayHowMany() {
        nights.with("bad-rows", "a.csv", bytes(HEADER + rows(0, 90) + "L1,x,40,car\n".repeat(10)));

        CommandRun run = nights.score("bad-rows");

        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(3);
        assertThat(run.out()).contains("10 of 100 rows", "5.0 %", "limits.badRows");
        nights.assertNothingPublished("bad-rows");
    }

    @Test
    void aCutArchiveAmongOthersHoldsTheNightUntilItIsReplaced() {
        byte[] whole = packed(HEADER + rows(100, 5_000));
        nights.with("cut", "1.csv", bytes(HEADER + rows(0, 50)))
                .with("cut", "2.csv.gz", cut(whole))
                .with("cut", "3.csv", bytes(HEADER + rows(50, 50)));

        CommandRun broken = nights.score("cut");

        assertThat(broken.exitCode()).as(broken.out() + broken.err()).isEqualTo(3);
        assertThat(broken.out()).contains("DataUnfit", "shard 2 of 3", "cut/2.csv.gz");
        nights.assertNothingPublished("cut");

        JsonNode mended = nights.with("cut", "2.csv.gz", whole).committed("cut");

        assertThat(mended.at("/shards/reused").asInt()).isEqualTo(2);
        assertThat(mended.at("/shards/scored").asInt()).isEqualTo(1);
        assertThat(mended.at("/rows/input").asLong()).isEqualTo(5_100);
        assertThat(nights.results("cut").lines()).hasSize(5_101);
    }

    @Test
    void aCutArchiveAloneIsRefusedByNameInTrainingAndScoring() {
        byte[] half = cut(packed(HEADER.strip() + ",defaulted\n" + rows(0, 3_000)));
        nights.with("half", "a.csv.gz", half);

        CommandRun scored = nights.score("half");
        CommandRun trained = nights.train("half");

        assertThat(scored.exitCode()).as(scored.out() + scored.err()).isEqualTo(3);
        assertThat(scored.out()).contains("DataUnfit", "half/a.csv.gz");
        assertThat(trained.exitCode()).as(trained.out() + trained.err()).isEqualTo(3);
        assertThat(trained.out()).contains("DataUnfit", "half/a.csv.gz");
        nights.assertNothingPublished("half");
    }

    private String predictions(String night) {
        return LAST_COLUMNS.matcher(nights.results(night)).replaceAll("");
    }

    /** The lines of the quarantine file that the answer names. */
    private static List<String> quarantine(JsonNode answer) throws IOException {
        Path path = Path.of(answer.at("/quarantine/path").asString());
        if (Files.isRegularFile(path)) {
            return Files.readAllLines(path);
        }
        try (Stream<Path> files = Files.list(path)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return Files.readAllLines(all.getFirst());
        }
    }
}
