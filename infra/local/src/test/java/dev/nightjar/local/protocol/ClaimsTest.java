package dev.nightjar.local.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.core.night.Claim;
import dev.nightjar.core.night.Machine;
import dev.nightjar.core.night.RunRecord;
import dev.nightjar.core.night.StartedBy;
import dev.nightjar.core.port.Executions;
import dev.nightjar.core.store.ObjectStore;
import dev.nightjar.run.ClaimSlot.Answer;
import dev.nightjar.run.ClaimSlot.Response;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.util.List;

/** Rules 1 and 2: who may work on a slot. */
final class ClaimsTest {
    @TempDir private static Path folder;

    private static Workshop trained;

    private Workshop workshop;

    @BeforeAll
    static void trainOnce() {
        trained = Workshop.withModel(folder);
    }

    @BeforeEach
    void copy() {
        workshop = trained.copy();
    }

    @Test
    void firstAttemptIsNumberOne() {
        assertThat(workshop.ask(Order.scoring("a")))
                .isEqualTo(new Response(Workshop.scoring(1), Answer.CLAIMED));
    }

    @Test
    void claimWhoseAnswerWasLostIsTakenUp() {
        workshop.ask(Order.scoring("a"));

        assertThat(workshop.ask(Order.scoring("a")))
                .isEqualTo(new Response(Workshop.scoring(1), Answer.CLAIMED));
    }

    @Test
    void claimTakenUpMakesNoSecondClaim() {
        workshop.ask(Order.scoring("a"));
        workshop.ask(Order.scoring("a"));

        assertThat(claims()).hasSize(1);
    }

    @Test
    void claimTakenUpAfterADeathWritesTheMissingRunRecord() {
        workshop.ask(Order.scoring("a"));
        workshop.store().delete("loans/runs/" + Workshop.scoring(1) + "/run.json");

        workshop.ask(Order.scoring("a"));

        assertThat(workshop.records().run(Workshop.scoring(1))).isPresent();
    }

    @Test
    void whoLosesTheRaceForANumberTakesTheNextOne() {
        ObjectStore late =
                Interruption.before(
                        workshop.store(),
                        "create",
                        "/slots/",
                        () -> workshop.ask(Order.scoring("b")));

        assertThat(workshop.ask(Order.scoring("a"), late).run()).isEqualTo(Workshop.scoring(2));
    }

    @Test
    void whoLosesTheRaceToARunningAttemptIsADuplicate() {
        workshop.others(Executions.State.RUNNING);
        ObjectStore late =
                Interruption.before(
                        workshop.store(),
                        "create",
                        "/slots/",
                        () -> workshop.ask(Order.scoring("b")));

        assertThat(workshop.ask(Order.scoring("a"), late))
                .isEqualTo(new Response(Workshop.scoring(1), Answer.DUPLICATE));
    }

    @Test
    void runningAttemptMakesADuplicate() {
        workshop.claim(Order.scoring("a"));
        workshop.others(Executions.State.RUNNING);

        assertThat(workshop.ask(Order.scoring("b")))
                .isEqualTo(new Response(Workshop.scoring(1), Answer.DUPLICATE));
    }

    @Test
    void runningAttemptMakesADuplicateOfARerun() {
        workshop.claim(Order.scoring("a"));
        workshop.others(Executions.State.RUNNING);

        assertThat(workshop.ask(Order.scoring("b").again("partial")).outcome())
                .isEqualTo(Answer.DUPLICATE);
    }

    @ParameterizedTest
    @EnumSource(names = {"ENDED", "UNKNOWN"})
    void attemptThatDoesNotRunIsFollowedByTheNext(Executions.State state) {
        workshop.claim(Order.scoring("a"));
        workshop.others(state);

        assertThat(workshop.ask(Order.scoring("b").bySchedule("delivery")))
                .isEqualTo(new Response(Workshop.scoring(2), Answer.CLAIMED));
    }

    @Test
    void slotThatIsDoneIsADuplicateByHand() {
        workshop.claim(Order.scoring("a")).publish();

        assertThat(workshop.ask(Order.scoring("b")))
                .isEqualTo(new Response(Workshop.scoring(1), Answer.DUPLICATE));
    }

    @Test
    void trainingThatReleasedIsADuplicateByHand() {
        assertThat(workshop.ask(Order.training("b")))
                .isEqualTo(new Response(Workshop.training(1), Answer.DUPLICATE));
    }

    @Test
    void trainingThatWasRejectedIsADuplicate() {
        Order order = Order.training("c").at(Workshop.NEXT).set("gates.0=auc >= 0.999");
        Attempt attempt = workshop.claim(order);
        attempt.prepare();
        attempt.train(0);
        attempt.train(1);
        attempt.evaluate(1);

        assertThat(
                        workshop.ask(
                                new Order(
                                        order.machine(),
                                        "d",
                                        order.slot(),
                                        "delivery",
                                        null,
                                        null,
                                        order.sets())))
                .isEqualTo(new Response(attempt.run(), Answer.DUPLICATE));
    }

    @Test
    void doneIsAskedOfEveryAttempt() {
        workshop.claim(Order.scoring("a")).publish();
        workshop.claim(Order.scoring("b").again("partial"));

        assertThat(workshop.ask(Order.scoring("c").bySchedule("delivery")))
                .isEqualTo(new Response(Workshop.scoring(1), Answer.DUPLICATE));
    }

    @Test
    void rerunOfADoneSlotIsTheNextAttempt() {
        workshop.claim(Order.scoring("a")).publish();

        assertThat(workshop.ask(Order.scoring("b").again("partial")))
                .isEqualTo(new Response(Workshop.scoring(2), Answer.CLAIMED));
    }

    @Test
    void changedDefinitionByHandIsTheNextAttempt() {
        workshop.claim(Order.scoring("a")).publish();

        assertThat(workshop.ask(Order.scoring("b").set("limits.badRows=0.5")))
                .isEqualTo(new Response(Workshop.scoring(2), Answer.CLAIMED));
    }

    @Test
    void changedDefinitionByScheduleIsADuplicate() {
        workshop.claim(Order.scoring("a")).publish();

        assertThat(
                        workshop.ask(
                                Order.scoring("b")
                                        .set("limits.badRows=0.5")
                                        .bySchedule("delivery")))
                .isEqualTo(new Response(Workshop.scoring(1), Answer.DUPLICATE));
    }

    @Test
    void changedInputOfScoringByHandIsTheNextAttempt() {
        workshop.claim(Order.scoring("a")).publish();
        workshop.data("applications/part-4.csv", workshop.data("applications/part-1.csv"));

        assertThat(workshop.ask(Order.scoring("b")))
                .isEqualTo(new Response(Workshop.scoring(2), Answer.CLAIMED));
    }

    @Test
    void changedInputOfTrainingByHandIsTheNextAttempt() {
        workshop.data("training/more.csv", workshop.data("training/loans.csv"));

        assertThat(workshop.ask(Order.training("b")))
                .isEqualTo(new Response(Workshop.training(2), Answer.CLAIMED));
    }

    @Test
    void changedInputByScheduleIsADuplicate() {
        workshop.claim(Order.scoring("a")).publish();
        workshop.data("applications/part-4.csv", workshop.data("applications/part-1.csv"));

        assertThat(workshop.ask(Order.scoring("b").bySchedule("delivery")))
                .isEqualTo(new Response(Workshop.scoring(1), Answer.DUPLICATE));
    }

    @Test
    void anotherModelByHandIsTheNextAttempt() {
        workshop.claim(Order.scoring("a")).publish();

        assertThat(workshop.ask(Order.scoring("b").with("1.0.9-20261102.1")))
                .isEqualTo(new Response(Workshop.scoring(2), Answer.CLAIMED));
    }

    @Test
    void concurrencyAloneIsNoChange() {
        workshop.claim(Order.scoring("a")).publish();

        assertThat(workshop.ask(Order.scoring("b").set("scoring.shards.concurrency=7")).outcome())
                .isEqualTo(Answer.DUPLICATE);
    }

    @Test
    void firstDeliveryIsStartedBySchedule() {
        workshop.ask(Order.scoring("a").bySchedule("delivery"));

        assertThat(run(1).startedBy()).isEqualTo(StartedBy.SCHEDULE);
    }

    @Test
    void runWithoutDeliveryIsStartedByAPerson() {
        workshop.ask(Order.scoring("a"));

        assertThat(run(1).startedBy()).isEqualTo(StartedBy.PERSON);
    }

    @Test
    void deliveryThatAnEarlierClaimHoldsIsStartedByAPerson() {
        workshop.ask(Order.scoring("a").bySchedule("delivery"));
        workshop.ask(Order.scoring("b").bySchedule("delivery"));

        assertThat(run(2).startedBy()).isEqualTo(StartedBy.PERSON);
    }

    @Test
    void anotherDeliveryIsStartedBySchedule() {
        workshop.ask(Order.scoring("a").bySchedule("delivery"));
        workshop.ask(Order.scoring("b").bySchedule("another"));

        assertThat(run(2).startedBy()).isEqualTo(StartedBy.SCHEDULE);
    }

    private RunRecord run(int attempt) {
        return workshop.records().run(Workshop.scoring(attempt)).orElseThrow();
    }

    private List<Claim> claims() {
        return workshop.records().claims(Workshop.PIPELINE, Machine.SCORING, Workshop.SLOT);
    }
}
