package dev.nightjar.local.realdata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.local.CommandRun;
import dev.nightjar.local.TinyLoans;

import tools.jackson.databind.JsonNode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/**
 * A pipeline with a model that serves, and nights over objects that a test writes.
 *
 * @param folder holds the pipeline file, the data and the store
 */
record HostileNights(Path folder) {
    /** The first line of a good object. */
    static final String HEADER = "loan_id,amount,age,purpose\n";

    private static final String SLOT = "2026-11-03T01:00Z";

    /** Trains the model that all nights score with. */
    static HostileNights in(Path folder) {
        TinyLoans.in(folder);
        CommandRun run =
                CommandRun.in(folder, "train", "loans.yaml", "--slot", TinyLoans.SLOT, "--json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        return new HostileNights(folder);
    }

    /** Good rows, one a line. */
    static String rows(int first, int count) {
        StringBuilder text = new StringBuilder(count * 32);
        for (int i = first; i < first + count; i++) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "L%06d,%d.%d,%d,%s\n",
                            i,
                            1_000 + i % 40_000,
                            i % 10,
                            18 + i % 60,
                            i % 3 == 0 ? "car" : "house"));
        }
        return text.toString();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] packed(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(out)) {
            packing.write(bytes(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The bytes without their last third. */
    static byte[] cut(byte[] whole) {
        return Arrays.copyOf(whole, whole.length * 2 / 3);
    }

    /** Writes an object of the night. */
    HostileNights with(String night, String object, byte[] bytes) {
        try {
            Path file = folder.resolve(night).resolve(object);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Scores what was written for the night; each night has its own name and results. */
    CommandRun score(String night, String... more) {
        return command(night, "score", "scoring", more);
    }

    /** Trains on what was written for the night, beside the model that serves. */
    CommandRun train(String night, String... more) {
        return command(night, "train", "training", more);
    }

    private CommandRun command(String night, String command, String section, String... more) {
        String[] all =
                new String[] {
                    command,
                    "loans.yaml",
                    "--slot",
                    slot(night),
                    "--set",
                    section + ".source.path=" + night + "/*"
                };
        String[] arguments = Arrays.copyOf(all, all.length + more.length);
        System.arraycopy(more, 0, arguments, all.length, more.length);
        return CommandRun.in(folder, arguments);
    }

    /** The answer of a night that must commit. */
    JsonNode committed(String night, String... more) {
        String[] arguments = Arrays.copyOf(more, more.length + 1);
        arguments[more.length] = "--json";
        CommandRun run = score(night, arguments);
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        JsonNode answer = run.document();
        assertThat(answer.path("outcome").asString()).isEqualTo("COMMITTED");
        return answer;
    }

    /** The committed rows of a night. */
    String results(String night) {
        CommandRun run = CommandRun.in(folder, "results", "loans", "--slot", slot(night));
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.out();
    }

    /** What reads the results of the night finds nothing. */
    void assertNothingPublished(String night) {
        CommandRun run = CommandRun.in(folder, "results", "loans", "--slot", slot(night));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("is committed for loans");
    }

    /** A slot for each name, so that nights do not meet. */
    private static String slot(String night) {
        int minute = Math.floorMod(night.hashCode(), 24 * 60);
        return String.format(
                Locale.ROOT, "%s%02d:%02dZ", SLOT.substring(0, 11), minute / 60, minute % 60);
    }
}
