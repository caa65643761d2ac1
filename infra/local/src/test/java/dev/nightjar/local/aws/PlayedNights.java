package dev.nightjar.local.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.run.EventType;
import dev.nightjar.asl.run.ExecutionDescription;
import dev.nightjar.asl.run.HistoryEvent;
import dev.nightjar.core.night.Claim;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.store.Content;
import dev.nightjar.core.store.FolderStore;
import dev.nightjar.core.store.ObjectHead;
import dev.nightjar.core.store.ObjectStore;
import dev.nightjar.core.store.StoredObject;
import dev.nightjar.local.CommandRun;
import dev.nightjar.local.TinyLoans;
import dev.nightjar.local.night.Runs;
import dev.nightjar.local.platform.LocalPlatform;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Nights that were played on this machine, to be looked at as if AWS had: a training, a scoring
 * that failed and was redriven, and one whose data were unfit.
 */
public final class PlayedNights {
    private static final Pattern HERE =
            Pattern.compile("arn:aws:states:here:000000000000:execution:[a-z]+:[\\w-]+");
    private static final String UNFIT_SLOT = "2026-11-03T01:00Z";

    /** One of them. */
    public enum Night {
        TRAINED("loans-20261102T0100Z-t01"),
        REDRIVEN("loans-20261102T0100Z-s01"),
        UNFIT("loans-20261103T0100Z-s01");

        private final String run;

        Night(String run) {
            this.run = run;
        }

        public RunId run() {
            return RunId.parse(run);
        }
    }

    private record Played(ExecutionDescription execution, List<HistoryEvent> events) {}

    private final Path store;
    private final Map<Night, Played> played = new EnumMap<>(Night.class);
    private final ExecutionDescription failed;

    private PlayedNights(Path folder) {
        this.store = folder.resolve(".nightjar");
        TinyLoans loans = TinyLoans.in(folder);
        fault(loans, "commit.yaml", "CommitBatch", "Made.Up");
        fault(loans, "unfit.yaml", "TallyBatch", "dev.nightjar.core.error.DataUnfit");
        play(folder, 0, "train", "loans.yaml", "--slot", TinyLoans.SLOT);
        play(folder, 5, "score", "loans.yaml", "--slot", TinyLoans.SLOT, "--inject=commit.yaml");
        this.failed = read(Night.REDRIVEN).execution();
        play(folder, 0, "redrive", Night.REDRIVEN.run().toString());
        play(folder, 3, "score", "loans.yaml", "--slot", UNFIT_SLOT, "--inject=unfit.yaml");
        for (Night night : Night.values()) {
            played.put(night, read(night));
        }
    }

    /** Plays them in the folder. */
    public static PlayedNights in(Path folder) {
        return new PlayedNights(folder);
    }

    private static void fault(TinyLoans loans, String file, String state, String error) {
        loans.write(
                file,
                "faults: [{state: %s, fault: fail-before, error: %s, cause: made up}]"
                        .formatted(state, error));
    }

    private static void play(Path folder, int exitCode, String... arguments) {
        CommandRun run = CommandRun.in(folder, arguments);
        if (run.exitCode() != exitCode) {
            throw new AssertionError(run);
        }
    }

    private Played read(Night night) {
        try (LocalPlatform platform = LocalPlatform.at(store).clock(() -> CommandRun.NOW).open()) {
            Claim claim = new Runs(platform).claim(night.run()).orElseThrow();
            return new Played(
                    platform.executions().describe(claim.execution(), CommandRun.NOW).orElseThrow(),
                    platform.executions().history(claim.execution()));
        }
    }

    /** The store here. */
    public ObjectStore store() {
        return FolderStore.at(store);
    }

    /** What the engine wrote of a night. */
    List<HistoryEvent> history(Night night) {
        return requireNonNull(played.get(night)).events();
    }

    /** Copies what a store in S3 would hold; claims name executions of Step Functions there. */
    public void copyTo(ObjectStore target) {
        ObjectStore source = store();
        for (ObjectHead head : source.list("loans/")) {
            StoredObject object = source.find(head.key()).orElseThrow();
            byte[] bytes =
                    head.key().startsWith("loans/slots/") ? moved(object.bytes()) : object.bytes();
            target.put(head.key(), Content.of(bytes));
        }
    }

    private static byte[] moved(byte[] claim) {
        Matcher matcher = HERE.matcher(new String(claim, UTF_8));
        return matcher.replaceAll(match -> ScriptedStates.arn(match.group())).getBytes(UTF_8);
    }

    /**
     * Has Step Functions tell of all of them; the scoring that failed waits for its redrive.
     *
     * @param eventsALook how far it goes on between two looks
     */
    public void tellTo(ScriptedStates states, int eventsALook) {
        for (Night night : List.of(Night.TRAINED, Night.UNFIT)) {
            Played one = requireNonNull(played.get(night));
            states.tell(one.execution(), one.events());
        }
        Played healed = requireNonNull(played.get(Night.REDRIVEN));
        states.tell(
                failed, healed.execution(), healed.events(), eventsBeforeRedrive(), eventsALook);
    }

    private int eventsBeforeRedrive() {
        List<HistoryEvent> events = history(Night.REDRIVEN);
        int index = 0;
        while (events.get(index).type() != EventType.EXECUTION_REDRIVEN) {
            index++;
        }
        return index;
    }
}
