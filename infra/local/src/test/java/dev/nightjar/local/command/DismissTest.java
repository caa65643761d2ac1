package dev.nightjar.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import dev.nightjar.local.CommandRun;
import dev.nightjar.local.TinyLoans;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code status --dismiss RUN --why TEXT}; played once for all tests. */
class DismissTest {
    private static final String EARLIER = "2026-10-26T01:00Z";
    private static final String UNTRAINED = "loans-20261026T0100Z-t01";
    private static final String UNSCORED = "loans-20261102T0100Z-s01";
    private static final String AGAIN = "loans-20261102T0100Z-s02";
    private static final String TRAINED = "loans-20261102T0100Z-t01";

    @TempDir private static Path folder;

    private static final Map<String, CommandRun> PLAYED = new HashMap<>();

    @BeforeAll
    static void playTheNights() {
        TinyLoans loans = TinyLoans.in(folder);
        play("score without a model", "score", "loans.yaml", "--slot", TinyLoans.SLOT);
        play("score again", "score", "loans.yaml", "--slot", TinyLoans.SLOT);
        play("unfit", "train", "loans.yaml", "--slot", EARLIER, "--set", "limits.trainingRows=5");
        play("trained", "train", "loans.yaml", "--slot", TinyLoans.SLOT);
        assertThat(loans.folder()).isEqualTo(folder);
        play("status before", "status", "--json");
        play("without a reason", "status", "--dismiss", AGAIN);
        play("a reason alone", "status", "--why", "because");
        play("unknown", "status", "--dismiss", "loans-20261102T0100Z-s07", "--why", "because");
        play("superseded", "status", "--dismiss", UNSCORED, "--why", "because");
        play("done", "status", "--dismiss", TRAINED, "--why", "because");
        play("dismissed", "status", "--dismiss", AGAIN, "--why", "scored by hand", "--json");
        play("dismissed again", "status", "--dismiss", AGAIN, "--why", "something else");
        play("training dismissed", "status", "--dismiss", UNTRAINED, "--why", "newer one serves");
        play("status after", "status", "--json");
        play("run", "run", AGAIN, "--json");
        play("run for people", "run", AGAIN);
    }

    private static void play(String name, String... arguments) {
        PLAYED.put(name, CommandRun.in(folder, arguments));
    }

    private static CommandRun played(String name) {
        return requireNonNull(PLAYED.get(name), name);
    }

    private static List<JsonNode> needs(String name) {
        return played(name).document().at("/pipelines/0/needsAttention").valueStream().toList();
    }

    @Test
    void theNewestAttemptOfEachSlotThatFailedNeedsAPerson() {
        assertThat(needs("status before"))
                .extracting(need -> need.path("run").asString())
                .containsExactly(AGAIN, UNTRAINED);
    }

    @Test
    void aTrainingThatANewerSlotHasOvertakenIsBestDismissed() {
        JsonNode need = needs("status before").getLast();

        assertThat(need.path("what").asString())
                .startsWith("failed: ")
                .endsWith("; a newer slot's model serves");
        assertThat(need.path("next").asString())
                .isEqualTo("./nightjar status --dismiss " + UNTRAINED + " --why TEXT");
    }

    @Test
    void whatIsDismissedNeedsNobodyAnyMore() {
        assertThat(played("dismissed").exitCode()).isZero();
        assertThat(needs("status after")).isEmpty();
    }

    @Test
    void theAnswerSaysWhoAndWhyAndWhen() {
        JsonNode answer = played("dismissed").document();

        assertThat(answer.path("run").asString()).isEqualTo(AGAIN);
        assertThat(answer.path("by").asString()).isEqualTo(System.getProperty("user.name"));
        assertThat(answer.path("why").asString()).isEqualTo("scored by hand");
        assertThat(answer.path("at").asString()).isEqualTo(CommandRun.NOW.toString());
        assertThat(answer.path("already").asBoolean()).isFalse();
    }

    @Test
    void twiceIsLikeOnceAndTheFirstReasonStands() {
        assertThat(played("dismissed again").exitCode()).isZero();
        assertThat(played("dismissed again").out())
                .startsWith("already dismissed  " + AGAIN)
                .contains(": scored by hand");
    }

    @Test
    void theRunShowsIt() {
        assertThat(played("run").document().at("/dismissed/why").asString())
                .isEqualTo("scored by hand");
        assertThat(played("run for people").out())
                .contains("dismissed by ")
                .contains(": scored by hand");
    }

    @Test
    void aReasonIsDemanded() {
        assertThat(played("without a reason").exitCode()).isEqualTo(2);
        assertThat(played("without a reason").err()).contains("add --why TEXT");
        assertThat(played("a reason alone").exitCode()).isEqualTo(2);
        assertThat(played("a reason alone").err()).contains("--why belongs to --dismiss RUN");
    }

    @Test
    void aRunThatNobodyKnowsIsRefused() {
        assertThat(played("unknown").exitCode()).isEqualTo(2);
        assertThat(played("unknown").err()).contains("the store has no run");
    }

    @Test
    void aRunThatNeedsNobodyIsRefusedWithTheReason() {
        assertThat(played("superseded").exitCode()).isEqualTo(2);
        assertThat(played("superseded").err())
                .contains(UNSCORED + " needs nobody: " + AGAIN + " is the newer attempt");
        assertThat(played("done").exitCode()).isEqualTo(2);
        assertThat(played("done").err())
                .contains(TRAINED + " needs nobody: it is RELEASED")
                .contains("next     ./nightjar run " + TRAINED);
    }
}
