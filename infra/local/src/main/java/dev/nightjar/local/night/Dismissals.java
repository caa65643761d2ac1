package dev.nightjar.local.night;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.night.Dismissal;
import dev.nightjar.core.night.Keys;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.store.ObjectHead;
import dev.nightjar.local.platform.Platform;
import dev.nightjar.run.Records;

import java.util.List;
import java.util.Optional;

/** The runs that a person said need nobody any more. Safe for use by multiple threads. */
public final class Dismissals {
    private final Platform platform;
    private final Records records;
    private final Failures failures;

    /** Dismissals on the platform. */
    public Dismissals(Platform platform) {
        this.platform = requireNonNull(platform, "platform is null");
        this.records = platform.records();
        this.failures = new Failures(platform.store());
    }

    /** The dismissal that holds: the newest, unless the run was redriven and failed after it. */
    public Optional<Dismissal> of(RunId run) {
        return newest(run).filter(dismissal -> !failedAfter(dismissal));
    }

    /**
     * Dismisses the run; the answer is what stands.
     *
     * @param by who
     * @param why in their words
     */
    public Dismissal dismiss(RunId run, String by, String why) {
        Dismissal mine = new Dismissal(run, by, why, platform.clock().instant());
        return of(run).orElseGet(
                        () ->
                                records.create(
                                        Keys.dismissal(run, keys(run).size() + 1),
                                        mine,
                                        Dismissal.class));
    }

    private Optional<Dismissal> newest(RunId run) {
        List<String> keys = keys(run);
        return keys.isEmpty() ? Optional.empty() : records.find(keys.getLast(), Dismissal.class);
    }

    private List<String> keys(RunId run) {
        return platform.store().list(Keys.dismissals(run)).stream().map(ObjectHead::key).toList();
    }

    private boolean failedAfter(Dismissal dismissal) {
        return failures.of(dismissal.run()).stream()
                .anyMatch(found -> found.failure().at().isAfter(dismissal.at()));
    }
}
