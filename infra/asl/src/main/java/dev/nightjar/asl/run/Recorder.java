package dev.nightjar.asl.run;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * What one execution, or one child, tells its journal: collected while a step runs, written as a
 * whole after it. Used in the execution's mailbox alone.
 */
final class Recorder {
    /** A fact that is only made where somebody writes it down. */
    interface Fact {
        JournalRecord about(@Nullable String child);
    }

    private final @Nullable ExecutionJournal journal;
    private final @Nullable String child;
    private List<JournalRecord> step = List.of();

    private Recorder(@Nullable ExecutionJournal journal, @Nullable String child) {
        this.journal = journal;
        this.child = child;
    }

    /** For an execution; without a journal nothing is recorded. */
    static Recorder of(@Nullable ExecutionJournal journal) {
        return new Recorder(journal, null);
    }

    /** For a child, in the journal of the execution that it descends from. */
    Recorder forChild(String name) {
        return new Recorder(journal, name);
    }

    void add(Fact fact) {
        if (journal != null) {
            if (step.isEmpty()) {
                step = new ArrayList<>();
            }
            step.add(fact.about(child));
        }
    }

    /** Writes what was collected. */
    void write() {
        if (journal != null && !step.isEmpty()) {
            List<JournalRecord> whole = step;
            step = List.of();
            journal.append(whole);
        }
    }

    /** Writes what was collected; for an execution's own end it also survives a loss of power. */
    void writeEnd() {
        write();
        if (journal != null && child == null) {
            journal.force();
        }
    }

    /** Forgets what was collected and lets go of the journal, if it is the execution's own. */
    void abandon() {
        step = List.of();
        close();
    }

    void close() {
        if (journal != null && child == null) {
            journal.close();
        }
    }
}
