package dev.nightjar.local.night;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.night.Claim;
import dev.nightjar.core.night.Keys;
import dev.nightjar.core.night.Machine;
import dev.nightjar.core.night.Slot;
import dev.nightjar.core.night.UnclaimedDismissal;
import dev.nightjar.core.night.UnclaimedFailure;
import dev.nightjar.core.store.ObjectHead;
import dev.nightjar.core.store.ObjectStore;
import dev.nightjar.local.platform.Platform;
import dev.nightjar.run.Records;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The executions that failed before they claimed a slot, so that no run tells of them. Each counts
 * with its newest try. Safe for use by multiple threads.
 */
public final class UnclaimedExecutions {
    private static final Pattern KEY =
            Pattern.compile("(?<machine>[^/]+)/(?<number>\\d+)-(?<name>[^/]+?)\\.json");
    private static final List<String> BESIDE = List.of(".announced.json", ".dismissed.json");

    private final ObjectStore store;
    private final Records records;
    private final InstantSource clock;

    /**
     * One of them.
     *
     * @param machine {@code training}, {@code scoring} or what else its ARN says
     * @param number of the try, counted from 1
     * @param name of the execution, unique within its machine
     */
    public record Unclaimed(
            String pipeline, String machine, int number, String name, UnclaimedFailure failure) {
        public Unclaimed {
            requireNonNull(pipeline, "pipeline is null");
            requireNonNull(machine, "machine is null");
            requireNonNull(name, "name is null");
            requireNonNull(failure, "failure is null");
        }

        /** The slot that it was for; empty when its input names none. */
        Optional<Slot> slot() {
            try {
                return Optional.ofNullable(failure.slot()).map(Slot::parse);
            } catch (IllegalArgumentException unreadable) {
                return Optional.empty();
            }
        }

        /** Whose machine it ran on; empty when its ARN does not say. */
        Optional<Machine> ofMachine() {
            return Arrays.stream(Machine.values())
                    .filter(each -> each.toString().equals(machine))
                    .findFirst();
        }
    }

    /** Executions on the platform. */
    public UnclaimedExecutions(Platform platform) {
        requireNonNull(platform, "platform is null");
        this.store = platform.store();
        this.records = platform.records();
        this.clock = platform.clock();
    }

    /** Names of the pipelines that the store knows, by a run or by one of these. */
    public List<String> pipelines() {
        TreeSet<String> names = new TreeSet<>(records.pipelines());
        store.folders("").stream()
                .filter(name -> !store.folders(Keys.unclaimed(name)).isEmpty())
                .forEach(names::add);
        return List.copyOf(names);
    }

    /**
     * Those of the pipeline that need a person, newest first: their slot has no run that did its
     * deed, no execution has claimed it since, and nobody dismissed them.
     */
    public List<Unclaimed> of(String pipeline) {
        return newest(pipeline)
                .filter(one -> dismissal(one).isEmpty() && !isSettled(one))
                .sorted(Comparator.comparing((Unclaimed one) -> one.failure().at()).reversed())
                .toList();
    }

    /** The execution of the name, whoever needs it. */
    public Optional<Unclaimed> named(String name) {
        return store.folders("").stream()
                .flatMap(this::newest)
                .filter(one -> one.name().equals(name))
                .findFirst();
    }

    /** The dismissal of its newest try, if there is one. */
    public Optional<UnclaimedDismissal> dismissal(Unclaimed one) {
        return records.find(dismissalKey(one), UnclaimedDismissal.class);
    }

    /**
     * Dismisses its newest try; the answer is what stands.
     *
     * @param by who
     * @param why in their words
     */
    public UnclaimedDismissal dismiss(Unclaimed one, String by, String why) {
        return records.create(
                dismissalKey(one),
                new UnclaimedDismissal(one.failure().execution(), by, why, clock.instant()),
                UnclaimedDismissal.class);
    }

    private static String dismissalKey(Unclaimed one) {
        return Keys.unclaimedDismissal(one.pipeline(), one.machine(), one.name(), one.number());
    }

    /** Whether the slot went on without it; what then fails is a run, and is told of as one. */
    public boolean isSettled(Unclaimed one) {
        Optional<Slot> slot = one.slot();
        Optional<Machine> machine = one.ofMachine();
        return slot.isPresent()
                && machine.isPresent()
                && records.claims(one.pipeline(), machine.get(), slot.get()).stream()
                        .anyMatch(claim -> settles(claim, one));
    }

    private boolean settles(Claim claim, Unclaimed one) {
        return !claim.at().isBefore(one.failure().at()) || records.outcome(claim.run()).isPresent();
    }

    private Stream<Unclaimed> newest(String pipeline) {
        Map<String, Unclaimed> newest = new HashMap<>();
        String prefix = Keys.unclaimed(pipeline);
        for (ObjectHead head : store.list(prefix)) {
            read(pipeline, head.key().substring(prefix.length()))
                    .ifPresent(
                            one ->
                                    newest.merge(
                                            one.failure().execution(),
                                            one,
                                            BinaryOperator.maxBy(
                                                    Comparator.comparingInt(Unclaimed::number))));
        }
        return newest.values().stream();
    }

    private Optional<Unclaimed> read(String pipeline, String name) {
        Matcher key = KEY.matcher(name);
        if (!key.matches() || BESIDE.stream().anyMatch(name::endsWith)) {
            return Optional.empty();
        }
        return records.find(Keys.unclaimed(pipeline) + name, UnclaimedFailure.class)
                .map(
                        failure ->
                                new Unclaimed(
                                        pipeline,
                                        key.group("machine"),
                                        Integer.parseInt(key.group("number")),
                                        key.group("name"),
                                        failure));
    }
}
