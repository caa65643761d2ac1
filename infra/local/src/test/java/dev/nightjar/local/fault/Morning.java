package dev.nightjar.local.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.core.night.Keys;
import dev.nightjar.core.night.Machine;
import dev.nightjar.core.night.RunId;
import dev.nightjar.local.CommandRun;
import dev.nightjar.local.TinyLoans;
import dev.nightjar.local.night.Exits;

import java.util.ArrayList;
import java.util.List;

/**
 * The morning after a night that met a fault: what {@code redrive} makes of its first attempt.
 *
 * @param undisturbed what the same night leaves without the fault
 */
record Morning(Machine machine, FaultyNight night, StoredObjects undisturbed) {

    /** Fails the test unless uncaught failures are healed, and all else is refused. */
    void check(Promise promise) throws InterruptedException {
        switch (promise) {
            case Promise.Done _ -> assertDone();
            case Promise.Stands(boolean caught) -> {
                if (caught) {
                    assertDone();
                } else {
                    assertHealed(List.of());
                }
            }
            case Promise.Fails fails -> {
                if (fails.isCaught()) {
                    assertOnlyANewAttemptHelps(fails);
                } else {
                    assertHealed(List.of(fails.state() + "-1"));
                }
            }
            case Promise.FailsUnclaimed _ -> assertTheNextAttemptIsTheWay();
        }
    }

    private RunId run() {
        return FaultyNight.run(machine, 1);
    }

    private void assertDone() {
        String outcome = FaultyNight.goodOutcome(machine);
        assertRefused(run() + " ended well: it is " + outcome, "--rerun");
    }

    private void assertOnlyANewAttemptHelps(Promise.Fails fails) {
        String why =
                "%s ended with %s at %s, which only a new attempt can mend"
                        .formatted(run(), fails.error(), fails.state());
        assertRefused(why, fails.error().equals("LedgerBroken") ? "--rerun" : "mend the data");
    }

    private void assertRefused(String why, String how) {
        StoredObjects before = StoredObjects.in(night.store());

        CommandRun refusal = night.redriveCommand(run());

        assertThat(refusal.exitCode()).isEqualTo(Exits.SYSTEM);
        assertThat(refusal.err()).contains(why, how, again());
        assertThat(StoredObjects.in(night.store())).isEqualTo(before);
    }

    private String again() {
        String command = machine == Machine.TRAINING ? "train" : "score";
        return "./nightjar %s loans --slot %s".formatted(command, TinyLoans.SLOT);
    }

    /** Nothing was claimed that the machine knew of, so there is nothing to go on with. */
    private void assertTheNextAttemptIsTheWay() throws InterruptedException {
        CommandRun refusal = night.redriveCommand(run());

        assertThat(refusal.exitCode()).isNotZero();
        assertThat(refusal.err())
                .containsAnyOf("the store has no run " + run(), "mend the data, then   " + again());
        FaultyNight.Aftermath next = night.play(machine, List.of());
        assertThat(next.outcome()).isEqualTo(FaultyNight.goodOutcome(machine));
        assertThat(StoredObjects.in(night.store()).results()).isEqualTo(undisturbed.results());
    }

    /**
     * The same attempt ends as the undisturbed night: what it had done is neither touched nor done
     * twice, and nobody is told of the failure again.
     */
    private void assertHealed(List<String> failures) throws InterruptedException {
        StoredObjects before = StoredObjects.in(night.store());

        FaultyNight.Aftermath healed = night.redrive(run(), List.of());

        assertThat(healed.outcome()).isEqualTo(FaultyNight.goodOutcome(machine));
        assertThat(healed.notifications()).isEmpty();
        assertThat(healed.events()).hasSize(1);
        StoredObjects after = StoredObjects.in(night.store());
        before.assertUntouchedIn(after);
        List<String> names = new ArrayList<>(undisturbed.names());
        for (String failure : failures) {
            names.add(Keys.failures(run()) + failure + ".json");
            names.add(Keys.announcement(run(), failure));
        }
        assertThat(after.names()).containsExactlyInAnyOrderElementsOf(names);
        assertThat(after.results()).isEqualTo(undisturbed.results());
    }
}
