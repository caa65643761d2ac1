package dev.nightjar.local.screen;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;

class TerminalTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private record Answer(String run, @Nullable String model) {}

    private Terminal people(boolean interactive, boolean colours) {
        return Terminal.forPeople(
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                interactive,
                colours);
    }

    @Test
    void aPlaceBelowTheCurrentFolderIsNamedFromThere() {
        Path folder = Path.of("/home/ann/loans");
        Terminal terminal = people(false, false).from(folder);

        assertThat(terminal.place("/home/ann/loans/.nightjar/x.html"))
                .isEqualTo(".nightjar/x.html");
        assertThat(terminal.place("/home/ann/loans-2/x.html"))
                .isEqualTo("/home/ann/loans-2/x.html");
        assertThat(terminal.place("s3://bucket/x.html")).isEqualTo("s3://bucket/x.html");
    }

    @Test
    void progressIsForTerminalsOnly() {
        Terminal terminal = people(false, true);

        terminal.progress("3/8");
        terminal.line("done");

        assertThat(out.toString(UTF_8)).isEqualTo("done\n");
    }

    @Test
    void aLineWipesTheProgressBeforeIt() {
        Terminal terminal = people(true, false);

        terminal.progress("3/8");
        terminal.line("done");

        assertThat(out.toString(UTF_8)).isEqualTo("\r\u001b[K3/8\r\u001b[Kdone\n");
    }

    @Test
    void coloursNeedATerminalThatWantsThem() {
        assertThat(people(true, true).outcome("FAILED")).isEqualTo("\u001b[31mFAILED\u001b[0m");
        assertThat(people(true, false).outcome("FAILED")).isEqualTo("FAILED");
        assertThat(people(false, true).outcome("FAILED")).isEqualTo("FAILED");
    }

    @Test
    void aProgramGetsTheDocumentAloneAndNullsStandInIt() {
        Terminal terminal =
                Terminal.forPrograms(
                        new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));

        terminal.line("for people");
        terminal.document(new Answer("loans-20261102T0100Z-t01", null));

        assertThat(out.toString(UTF_8))
                .isEqualTo("{\"run\":\"loans-20261102T0100Z-t01\",\"model\":null}\n");
        assertThat(err.toString(UTF_8)).isEqualTo("for people\n");
    }
}
