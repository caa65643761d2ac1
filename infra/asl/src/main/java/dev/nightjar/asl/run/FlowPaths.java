package dev.nightjar.asl.run;

import org.jspecify.annotations.Nullable;

/** The names of an execution's flows in its journal: see {@link JournalRecord}. */
final class FlowPaths {
    /** The execution's own flow. */
    static final String ROOT = "";

    private FlowPaths() {}

    /** A branch or an iteration of what the event began in the given flow. */
    static String of(String parent, long startedEvent, int index) {
        return parent + "/" + startedEvent + "." + index;
    }

    /** The flow of that path, or null when what it belonged to is over. */
    static @Nullable FlowImage find(FlowImage root, String path, boolean begins) {
        FlowImage flow = root;
        int from = 0;
        while (from < path.length()) {
            int dot = path.indexOf('.', from);
            int slash = path.indexOf('/', from + 1);
            int end = slash < 0 ? path.length() : slash;
            long startedEvent = Long.parseLong(path, from + 1, dot, 10);
            int index = Integer.parseInt(path, dot + 1, end, 10);
            SubFlowsImage subFlows = flow.state() == null ? null : flow.state().subFlows();
            if (subFlows == null || subFlows.startedEvent() != startedEvent) {
                return null;
            }
            FlowImage below =
                    begins && end == path.length() ? subFlows.begin(index) : subFlows.flow(index);
            if (below == null) {
                return null;
            }
            flow = below;
            from = end;
        }
        return flow;
    }

    /** The flow that the one of that path is part of, or null for the execution's own. */
    static @Nullable FlowImage parent(FlowImage root, String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? null : find(root, path.substring(0, slash), false);
    }
}
