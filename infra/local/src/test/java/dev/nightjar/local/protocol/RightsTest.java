package dev.nightjar.local.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.aws.Wiring;
import dev.nightjar.core.night.Slot;
import dev.nightjar.core.store.ObjectHead;
import dev.nightjar.core.store.ObjectStore;
import dev.nightjar.core.store.RightsStore;
import dev.nightjar.core.store.StoreRight;
import dev.nightjar.core.store.StoreRight.Verb;
import dev.nightjar.local.night.NightRequest;
import dev.nightjar.local.platform.Home;
import dev.nightjar.local.platform.LocalPlatform;
import dev.nightjar.pipeline.functions.FunctionEntry;
import dev.nightjar.pipeline.functions.FunctionsFile;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Least privilege: nights on stores that let each function do only what {@code functions.yaml}
 * lists for it. In a pattern * stands for one segment's text, ** for any number of segments; a list
 * right is asked for its prefix.
 */
final class RightsTest {
    /** Rights of moments that these nights do not have. */
    private static final List<String> RARE =
            List.of(
                    // Whoever reads the pointer fills the journal's last entry after a death.
                    "create */journal/*.json",
                    // A commit or release landed, and its note was lost with its attempt.
                    "create */runs/*/outcome.json",
                    "read */batches/*/*/manifest.json",
                    // A redrive healed a batch whose failure stands recorded.
                    "read */runs/*/failures/*.json");

    @TempDir private static Path folder;

    private static final Map<String, List<RightsStore>> STORES = new ConcurrentHashMap<>();
    private static final Map<String, FunctionEntry> ENTRIES =
            FunctionsFile.read(Home.find().functions()).functions();

    private static final List<Integer> EXIT_CODES = new ArrayList<>();
    private static final List<String> REPORTS = new ArrayList<>();

    private static WholeNights nights;

    @BeforeAll
    static void runNights() throws InterruptedException {
        nights = WholeNights.in(folder);
        train(Workshop.EARLIER); // the first model: 0
        score(nights.request(Workshop.SLOT), nights::breakingOneShard); // unfit at last: 3
        score(nights.request(Workshop.SLOT)); // published: 0
        nights.data("applications/part-4.csv", nights.data("applications/part-1.csv") + "L1,x,,\n");
        score(nights.request(Workshop.SLOT).withRerun("partial")); // published anew: 0
        forget("loans/runs/" + Workshop.scoring(3) + "/outcome.json");
        score(nights.request(Workshop.SLOT)); // a duplicate, found by the symlink: 0
        train(Workshop.SLOT); // judged against a champion: 0
        forget("loans/runs/loans-" + Workshop.EARLIER + "-t01/outcome.json");
        train(Workshop.EARLIER); // a duplicate, found in the journal: 0
        train(Workshop.NEXT, "gates.0=auc >= 0.999"); // rejected: 4
        nights.data("applications/part-2.csv", "loan_id\nL1\n");
        score(nights.request(Workshop.NEXT)); // one object unfit: 3
        nights.data("training/loans.csv", "loan_id\nL1\n");
        train(Workshop.NEXT); // unfit: 3
        trainUnclaimed(Workshop.NEXT); // fails before there is a run: 5
        try (LocalPlatform platform = nights.platform(WholeNights.unchanged())) {
            platform.store().list("loans/runs/").stream()
                    .map(ObjectHead::key)
                    .filter(key -> key.contains("/report."))
                    .forEach(REPORTS::add);
        }
    }

    @Test
    void noFunctionNeedsARightThatIsNotListed() {
        TreeSet<String> missing = new TreeSet<>();
        ENTRIES.forEach(
                (name, function) -> {
                    for (StoreRight right : used(STORES.getOrDefault(name, List.of()))) {
                        if (!allows(function, right.verb(), right.key())) {
                            missing.add(name + ": " + right);
                        }
                    }
                });

        assertThat(missing).isEmpty();
    }

    @Test
    void everyFunctionTakesPart() {
        assertThat(STORES.keySet()).isEqualTo(ENTRIES.keySet());
    }

    @Test
    void noRightIsListedThatNobodyNeeds() {
        TreeSet<String> idle = new TreeSet<>();
        ENTRIES.forEach(
                (name, function) ->
                        function.keys()
                                .forEach(
                                        (verb, patterns) ->
                                                patterns.stream()
                                                        .filter(key -> !isUsed(name, verb, key))
                                                        .map(key -> verb + " " + key)
                                                        .filter(right -> !RARE.contains(right))
                                                        .map(right -> name + ": " + right)
                                                        .forEach(idle::add)));

        assertThat(idle).isEmpty();
    }

    @Test
    void nightsEndAsTheyWouldWithEveryRight() {
        assertThat(EXIT_CODES).containsExactly(0, 3, 0, 0, 0, 0, 0, 4, 3, 3, 5);
    }

    @Test
    void everyFinishedRunHasItsReports() {
        assertThat(REPORTS).hasSize(2 * 5);
    }

    private static void train(Slot slot, String... sets) throws InterruptedException {
        EXIT_CODES.add(nights.train(nights.request(slot, sets), RightsTest::limited).exitCode());
    }

    private static void trainUnclaimed(Slot slot) throws InterruptedException {
        EXIT_CODES.add(
                nights.train(nights.request(slot), RightsTest::limitedWithoutClaims).exitCode());
    }

    private static Wiring limitedWithoutClaims(FunctionEntry function, Wiring wiring) {
        Wiring limited = limited(function, wiring);
        return function.name().equals("ClaimSlotFunction")
                ? limited.withStore(Interruption.told(limited.store(), RightsTest::refuseClaim))
                : limited;
    }

    private static void refuseClaim(Interruption.Call call) {
        if (call.fits("create", "/slots/")) {
            throw new IllegalStateException("no claim today");
        }
    }

    private static void score(NightRequest request) throws InterruptedException {
        score(request, store -> store);
    }

    private static void score(NightRequest request, UnaryOperator<ObjectStore> scoring)
            throws InterruptedException {
        EXIT_CODES.add(
                nights.score(
                                request,
                                (function, wiring) -> {
                                    Wiring limited = limited(function, wiring);
                                    return function.name().equals("ScoreShardFunction")
                                            ? limited.withStore(scoring.apply(limited.store()))
                                            : limited;
                                })
                        .exitCode());
    }

    private static void forget(String key) {
        try (LocalPlatform platform = nights.platform(WholeNights.unchanged())) {
            platform.store().delete(key);
        }
    }

    private static Wiring limited(FunctionEntry function, Wiring wiring) {
        ObjectStore all = wiring.store();
        RightsStore store = RightsStore.of(all, (verb, key) -> allows(function, verb, key));
        STORES.computeIfAbsent(function.name(), name -> new CopyOnWriteArrayList<>()).add(store);
        return wiring.withStore(store);
    }

    private static boolean isUsed(String function, String verb, String pattern) {
        return used(STORES.getOrDefault(function, List.of())).stream()
                .filter(right -> right.verb().toString().equals(verb))
                .anyMatch(right -> fits(pattern, right.key()));
    }

    private static Collection<StoreRight> used(List<RightsStore> stores) {
        TreeSet<StoreRight> used = new TreeSet<>();
        stores.forEach(store -> used.addAll(store.used()));
        return used;
    }

    private static boolean allows(FunctionEntry function, Verb verb, String key) {
        return function.keys().getOrDefault(verb.toString(), List.of()).stream()
                .anyMatch(pattern -> fits(pattern, key));
    }

    private static boolean fits(String pattern, String key) {
        StringBuilder expression = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            if (pattern.startsWith("**", i)) {
                expression.append(".*");
                i++;
            } else if (pattern.charAt(i) == '*') {
                expression.append("[^/]*");
            } else {
                expression.append(Pattern.quote(pattern.substring(i, i + 1)));
            }
        }
        return Pattern.matches(expression.toString(), key);
    }
}
