package dev.nightjar.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.aws.Wiring;
import dev.nightjar.aws.localstack.LocalStack;
import dev.nightjar.aws.s3.S3Store;
import dev.nightjar.core.definition.CandidateSettings;
import dev.nightjar.core.definition.Column;
import dev.nightjar.core.definition.ColumnType;
import dev.nightjar.core.definition.Definition;
import dev.nightjar.core.definition.Format;
import dev.nightjar.core.definition.Limits;
import dev.nightjar.core.definition.ReleaseMode;
import dev.nightjar.core.definition.Role;
import dev.nightjar.core.definition.Service;
import dev.nightjar.core.definition.ServiceLevel;
import dev.nightjar.core.definition.Source;
import dev.nightjar.core.definition.Split;
import dev.nightjar.core.definition.SplitBy;
import dev.nightjar.core.definition.TrainerKind;
import dev.nightjar.core.definition.Training;
import dev.nightjar.core.night.ClaimRequest;
import dev.nightjar.core.night.Machine;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.Slot;
import dev.nightjar.core.night.TaskContext;
import dev.nightjar.core.port.Executions;
import dev.nightjar.core.sign.KeyFileSigner;
import dev.nightjar.core.store.MemoryStore;
import dev.nightjar.core.store.ObjectStore;
import dev.nightjar.core.store.Race;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/** A slot that is delivered many times at once, to as many machines. */
final class ClaimSlotRaceTest {
    private static final int DELIVERIES = 16;
    private static final int ROUNDS = 5;
    private static final Instant NIGHT = Instant.parse("2026-11-02T01:00:00Z");

    @TempDir private Path folder = Path.of("");

    @Test
    void oneOf16ClaimsOfASlotInS3Wins() throws InterruptedException {
        LocalStack aws = LocalStack.shared();
        ObjectStore store = S3Store.at("s3://" + aws.newBucket(), aws.s3());
        ClaimSlot step = new ClaimSlot(wiring(store));

        for (int round = 0; round < ROUNDS; round++) {
            Slot slot = Slot.of(NIGHT.plusSeconds(86_400L * round));
            List<ClaimSlot.Response> answers =
                    Race.of(DELIVERIES, delivery -> step.answer(request(slot, delivery)));

            assertThat(answers)
                    .filteredOn(answer -> answer.outcome() == ClaimSlot.Answer.CLAIMED)
                    .hasSize(1);
            assertThat(answers).extracting(ClaimSlot.Response::run).containsOnly(first(slot));
            assertThat(store.list("loans/slots/training/" + slot + "/")).hasSize(1);
        }
    }

    private static RunId first(Slot slot) {
        return new RunId("loans", slot, Machine.TRAINING, 1);
    }

    private static ClaimRequest request(Slot slot, int delivery) {
        return new ClaimRequest(
                Machine.TRAINING,
                "loans",
                slot,
                "delivery-" + delivery,
                null,
                null,
                null,
                null,
                definition(),
                new TaskContext("ClaimSlot", "execution-" + delivery, 0, 0));
    }

    private static Definition definition() {
        return new Definition(
                "loans",
                "risk-ml@example.com",
                null,
                null,
                List.of(
                        new Column(
                                "amount",
                                Role.FEATURE,
                                ColumnType.DECIMAL,
                                null,
                                null,
                                null,
                                List.of(),
                                List.of())),
                Format.STANDARD,
                Limits.STANDARD,
                null,
                null,
                new Training(
                        new Source("training/dt={date}/*.csv", "P90D", false, null),
                        null,
                        new Split(0.2, 0.2, SplitBy.KEY, null),
                        List.of(
                                new CandidateSettings(
                                        TrainerKind.LOGISTIC_REGRESSION, new TreeMap<>())),
                        "auc"),
                List.of(),
                ReleaseMode.AUTO,
                null,
                Service.of(ServiceLevel.HIGH, null));
    }

    private Wiring wiring(ObjectStore store) {
        KeyFileSigner keys = KeyFileSigner.at(folder);
        return new Wiring(
                store,
                _ -> new MemoryStore(),
                () -> NIGHT,
                () -> 0,
                () -> "000000000000",
                keys,
                keys,
                _ -> Executions.State.RUNNING,
                (_, _, _) -> {});
    }
}
