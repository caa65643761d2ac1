package dev.nightjar.asl.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Who answers for which resource in an engine. Immutable. */
final class TaskHandlers {
    private record Family(Predicate<String> accepts, TaskHandler handler) {}

    private final Map<String, TaskHandler> byResource;
    private final List<Family> families;

    TaskHandlers(
            Map<String, TaskHandler> byResource,
            List<TaskIntegration> integrations,
            List<TaskWrapper> wrappers,
            EngineClock clock) {
        Map<String, TaskHandler> wrapped = new LinkedHashMap<>(byResource);
        wrapped.replaceAll((_, handler) -> wrap(handler, wrappers, clock));
        this.byResource = Map.copyOf(wrapped);
        this.families =
                integrations.stream()
                        .map(each -> new Family(each::accepts, wrap(each, wrappers, clock)))
                        .toList();
    }

    private static TaskHandler wrap(
            TaskHandler handler, List<TaskWrapper> wrappers, EngineClock clock) {
        TaskHandler outermost = handler;
        for (TaskWrapper wrapper : wrappers) {
            outermost = wrapper.around(outermost, clock);
        }
        return outermost;
    }

    /** Whether a handler is registered for exactly this resource. */
    boolean has(String resource) {
        return byResource.containsKey(resource);
    }

    /**
     * The handler of the resource itself, of its action, or of its family, in this order.
     *
     * @throws IllegalArgumentException when nobody answers for it
     */
    TaskHandler of(String resource) {
        TaskHandler handler = byResource.get(resource);
        TaskResource parts = TaskResource.of(resource);
        if (handler == null && parts.waitsForToken()) {
            handler = byResource.get(parts.action());
        }
        if (handler != null) {
            return handler;
        }
        return families.stream()
                .filter(family -> family.accepts().test(resource))
                .findFirst()
                .map(Family::handler)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "no handler is registered for the resource " + resource));
    }
}
