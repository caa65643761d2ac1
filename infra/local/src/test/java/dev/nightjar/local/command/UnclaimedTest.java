package dev.nightjar.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.local.CommandRun;
import dev.nightjar.local.TinyLoans;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.util.List;

/** Executions that failed before they claimed a slot: no run tells of them, {@code status} does. */
class UnclaimedTest {
    private static final String SLOT = "2026-11-02T01:00Z";

    @TempDir private Path folder;

    @BeforeEach
    void writeThePipeline() {
        TinyLoans.in(folder)
                .write(
                        "claim.yaml",
                        "faults: [{state: ClaimSlot, fault: fail-before, error: Made.Up,"
                                + " cause: no right to list}]");
    }

    private CommandRun command(String... arguments) {
        return CommandRun.in(folder, arguments);
    }

    private CommandRun trainInVain() {
        return command("train", "loans.yaml", "--slot", SLOT, "--inject=claim.yaml");
    }

    private List<JsonNode> needs() {
        return command("status", "--json")
                .document()
                .at("/pipelines/0/needsAttention")
                .valueStream()
                .filter(need -> !need.path("execution").isNull())
                .toList();
    }

    private String execution() {
        return needs().getFirst().path("execution").asString();
    }

    @Test
    void aTrainingWithoutARunEndsWithTheCommandThatStartsItAgain() {
        CommandRun failed = trainInVain();

        assertThat(failed.exitCode()).isEqualTo(5);
        assertThat(failed.out())
                .contains("FAILED\n")
                .contains("cause    no right to list")
                .endsWith("next     ./nightjar train loans.yaml --slot " + SLOT + "\n");
    }

    @Test
    void statusNamesWhatFailedAndTheCommandThatStartsTheSlotAgain() {
        trainInVain();

        JsonNode need = needs().getFirst();
        assertThat(need.path("run").isNull()).isTrue();
        assertThat(need.path("what").asString())
                .isEqualTo(
                        "(training of 2026-11-02T01:00Z) claimed no slot:"
                                + " ClaimSlot failed: no right to list");
        assertThat(need.path("next").asString()).isEqualTo("./nightjar train loans --slot " + SLOT);
    }

    @Test
    void aRunThatClaimsTheSlotLaterTakesItsPlace() {
        trainInVain();

        assertThat(command("train", "loans.yaml", "--slot", SLOT).exitCode()).isZero();

        assertThat(needs()).isEmpty();
    }

    @Test
    void aRunThatClaimsTheSlotLaterAndFailsIsToldOfInItsPlace() {
        trainInVain();

        command("train", "loans.yaml", "--slot", SLOT, "--set", "limits.trainingRows=5");

        assertThat(needs()).isEmpty();
        assertThat(command("status", "--json").document().at("/pipelines/0/needsAttention/0/run"))
                .hasToString("\"loans-20261102T0100Z-t01\"");
    }

    @Test
    void whatIsDismissedNeedsNobodyAndTheReasonIsKept() {
        trainInVain();

        JsonNode answer =
                command("status", "--dismiss", execution(), "--why", "known", "--json").document();

        assertThat(answer.path("why").asString()).isEqualTo("known");
        assertThat(answer.path("by").asString()).isEqualTo(System.getProperty("user.name"));
        assertThat(answer.path("run").isNull()).isTrue();
        assertThat(needs()).isEmpty();
    }

    @Test
    void theFirstDismissalStands() {
        trainInVain();
        String execution = execution();
        command("status", "--dismiss", execution, "--why", "known");

        assertThat(command("status", "--dismiss", execution, "--why", "other").out())
                .startsWith("already dismissed  " + execution)
                .contains(": known");
    }

    @Test
    void whatWentOnCannotBeDismissed() {
        trainInVain();
        String execution = execution();
        command("train", "loans.yaml", "--slot", SLOT);

        CommandRun refused = command("status", "--dismiss", execution, "--why", "known");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("needs nobody: its slot went on without it");
    }

    @Test
    void aNameThatNobodyKnowsIsRefused() {
        CommandRun refused = command("status", "--dismiss", "9f2a", "--why", "known");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("9f2a").contains("next     ./nightjar runs");
    }
}
