package dev.nightjar.asl.run;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Ends, in a journal, what no process runs any more. */
final class UnattendedEnd {
    private final ExecutionJournal journal;
    private final ExecutionFamily family;
    private final Instant now;

    UnattendedEnd(ExecutionJournal journal, ExecutionFamily family, Instant now) {
        this.journal = journal;
        this.family = family;
        this.now = now;
    }

    /** Aborts the execution, and all children that have not ended. */
    void abort(StateFailure failure) {
        family.byName().forEach((name, child) -> abort(name, child, new StateFailure(null, null)));
        abort(null, family.execution(), failure);
        journal.force();
    }

    /** Aborts the children of Map Runs that had stopped when their process was killed. */
    void abortLeftChildren() {
        Set<String> underWay = new HashSet<>();
        underWay(family.execution(), underWay);
        family.byName().values().forEach(child -> underWay(child, underWay));
        family.byName()
                .forEach(
                        (name, child) -> {
                            JournalRecord.ChildStarted started = child.child();
                            if (started != null && !underWay.contains(started.mapRunArn())) {
                                abort(name, child, new StateFailure(null, null));
                            }
                        });
    }

    private static void underWay(ExecutionImage image, Set<String> mapRuns) {
        if (image.end() == null) {
            underWay(List.of(image.root()), mapRuns);
        }
    }

    private static void underWay(Collection<FlowImage> flows, Set<String> mapRuns) {
        for (FlowImage flow : flows) {
            SubFlowsImage subFlows = flow.state() == null ? null : flow.state().subFlows();
            if (subFlows != null) {
                MapRun run = subFlows.mapRun();
                if (run != null && run.status() == MapRunStatus.RUNNING) {
                    mapRuns.add(run.arn());
                }
                underWay(subFlows.begun(), mapRuns);
            }
        }
    }

    private void abort(@Nullable String name, ExecutionImage image, StateFailure failure) {
        if (image.end() != null) {
            return;
        }
        Steps steps = new Steps(name, image.lastEvent());
        steps.left(FlowPaths.ROOT, image.root());
        steps.add(
                FlowPaths.ROOT,
                EventType.EXECUTION_ABORTED,
                image.root().lastEvent(),
                null,
                Json.failure(failure));
        journal.append(steps.records);
        steps.records.forEach(image::accept);
    }

    /** The records of one end. */
    private final class Steps {
        private final @Nullable String child;
        private final List<JournalRecord> records = new ArrayList<>();
        private long lastId;

        Steps(@Nullable String child, long lastId) {
            this.child = child;
            this.lastId = lastId;
        }

        /** Inner flows before the one that holds them, as when a live execution is aborted. */
        void left(String path, FlowImage flow) {
            StateImage state = flow.state();
            if (state == null) {
                return;
            }
            SubFlowsImage subFlows = state.subFlows();
            if (subFlows != null) {
                subFlows.begunByIndex()
                        .forEach(
                                (index, inner) ->
                                        left(
                                                FlowPaths.of(path, subFlows.startedEvent(), index),
                                                inner));
            }
            EventType aborted = StateEvents.abortedAfter(state.entry());
            if (aborted != null) {
                add(path, aborted, flow.lastEvent(), state.name(), Json.object());
            }
        }

        void add(
                String path,
                EventType type,
                long previous,
                @Nullable String stateName,
                ObjectNode details) {
            HistoryEvent event =
                    new HistoryEvent(++lastId, previous, type, now, stateName, details);
            records.add(new JournalRecord.Happened(child, path, event, null));
        }
    }
}
