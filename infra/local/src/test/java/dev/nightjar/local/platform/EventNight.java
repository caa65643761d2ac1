package dev.nightjar.local.platform;

import dev.nightjar.asl.run.EventType;
import dev.nightjar.asl.run.ExecutionListener;
import dev.nightjar.asl.run.HistoryEvent;
import dev.nightjar.aws.Wiring;
import dev.nightjar.core.night.Machine;
import dev.nightjar.core.store.Content;
import dev.nightjar.core.store.ObjectStore;
import dev.nightjar.local.CommandRun;
import dev.nightjar.local.TinyLoans;
import dev.nightjar.local.command.Definitions;
import dev.nightjar.local.command.Pipelines;
import dev.nightjar.pipeline.file.PipelineFile;
import dev.nightjar.pipeline.functions.FunctionEntry;
import dev.nightjar.pipeline.json.Json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/**
 * A night in which every Task state is called: a training, a scoring whose second shard needs
 * another try, and one failure of each. Gives the requests and responses, free of what differs from
 * night to night.
 */
final class EventNight {
    private static final Pattern EXECUTION = Pattern.compile("(execution:\\w+)(/\\w+)?:[\\w-]+");
    private static final Pattern STACK = Pattern.compile("(\\\\\"stackTrace\\\\\":)\\[[^]]*]");
    private static final Pattern EVENT = Pattern.compile("\"EventId\":\"[^\"]*\"");

    private final Path folder;
    private final TinyLoans loans;
    private final AtomicBoolean broken = new AtomicBoolean(true);
    private final Map<String, JsonNode> messages = new TreeMap<>();

    EventNight(Path folder) {
        this.folder = folder;
        this.loans = TinyLoans.in(folder.resolve("data"));
    }

    /** The messages by the name of their file: {@code training/10-ClaimSlot.request.json}. */
    Map<String, JsonNode> messages() throws InterruptedException {
        try (LocalPlatform platform =
                LocalPlatform.at(folder.resolve("store"))
                        .clock(InstantSource.fixed(CommandRun.NOW))
                        .wiring(this::breakOnce)
                        .open()) {
            night(platform, Machine.TRAINING, "2026-11-02T01:00:00Z");
            night(platform, Machine.SCORING, "2026-11-02T03:00:00Z");
            loans.write("training/loans.csv", "loan_id,amount\nL1,5\n");
            loans.write("applications/part-2.csv", "loan_id,amount\nL1,5\n");
            night(platform, Machine.TRAINING, "2026-11-03T01:00:00Z");
            night(platform, Machine.SCORING, "2026-11-03T03:00:00Z");
        }
        return messages;
    }

    private void night(LocalPlatform platform, Machine machine, String slot)
            throws InterruptedException {
        ObjectNode input = JsonNodeFactory.instance.objectNode();
        input.put("pipeline", "loans");
        input.put("slot", slot);
        input.put("schedulerExecution", "d32c5kddcf5bb8c3");
        PipelineFile.Result.Checked checked =
                (PipelineFile.Result.Checked)
                        Pipelines.check("loans.yaml", loans.file(), List.of());
        input.set(
                "definition",
                Json.tree(Definitions.withData(checked.definition(), loans.folder())));
        ExecutionAtWork execution = platform.start(machine, input, new ExecutionListener() {});
        execution.await();
        Histories histories = new Histories();
        platform.executions().read(execution.id(), histories);
        for (VocabularyTest.Task task : VocabularyTest.tasks(machine)) {
            histories.byItem.values().forEach(events -> collect(task, events));
        }
    }

    /** The execution's own history, then its children's by Map and item. */
    private static final class Histories implements ExecutionReader {
        private final Map<String, List<HistoryEvent>> byItem = new LinkedHashMap<>();

        @Override
        public void happened(HistoryEvent event) {
            byItem.computeIfAbsent("", item -> new ArrayList<>()).add(event);
        }

        @Override
        public void childHappened(String map, int item, HistoryEvent event) {
            byItem.computeIfAbsent(map + item, child -> new ArrayList<>()).add(event);
        }
    }

    /** Of many items the first that succeeded; each event names the one that led to it. */
    private void collect(VocabularyTest.Task task, List<HistoryEvent> events) {
        for (HistoryEvent event : events) {
            boolean isRequest = event.type() == EventType.TASK_SCHEDULED;
            if (isRequest && task.state().equals(event.stateName())) {
                response(event, events)
                        .ifPresent(
                                response ->
                                        keep(task, event.details().path("parameters"), response));
            }
        }
    }

    private static Optional<JsonNode> response(HistoryEvent request, List<HistoryEvent> events) {
        Set<Long> started = new HashSet<>();
        for (HistoryEvent event : events) {
            if (event.previousEventId() == request.id()) {
                started.add(event.id());
            }
            boolean isAnswer = event.type() == EventType.TASK_SUCCEEDED;
            if (isAnswer && started.contains(event.previousEventId())) {
                return Optional.of(event.details().path("output"));
            }
        }
        return Optional.empty();
    }

    private void keep(VocabularyTest.Task task, JsonNode request, JsonNode response) {
        keep(task, "request", task.isFunction() ? request.path("Payload") : request);
        keep(task, "response", task.isFunction() ? response.path("Payload") : response);
    }

    private void keep(VocabularyTest.Task task, String kind, JsonNode message) {
        String name = task.machine() + "/" + task.events(kind).getFileName();
        messages.putIfAbsent(name, Json.parse(withoutChance(Json.text(message))));
    }

    private String withoutChance(String message) {
        String text = message.replace(loans.folder().toString(), "/data/loans");
        text = EXECUTION.matcher(text).replaceAll("$1$2:20261102T060000Z-0123456789ab");
        text = EVENT.matcher(text).replaceAll("\"EventId\":\"20261102/060000Z-1.json\"");
        return STACK.matcher(text).replaceAll("$1[]");
    }

    private Wiring breakOnce(FunctionEntry function, Wiring wiring) {
        return function.name().equals("ScoreShardFunction")
                ? wiring.withStore(breakOnce(wiring.store()))
                : wiring;
    }

    /** A store that loses the second shard's receipt once. */
    private ObjectStore breakOnce(ObjectStore store) {
        return (ObjectStore)
                Proxy.newProxyInstance(
                        ObjectStore.class.getClassLoader(),
                        new Class<?>[] {ObjectStore.class},
                        (proxy, method, arguments) -> {
                            if (method.getName().equals("create")
                                    && arguments[0].toString().contains("/receipts/")
                                    && number((Content) arguments[1]) == 2
                                    && broken.getAndSet(false)) {
                                throw new IllegalStateException("the disk went away");
                            }
                            try {
                                return method.invoke(store, arguments);
                            } catch (InvocationTargetException thrown) {
                                throw thrown.getCause();
                            }
                        });
    }

    private static int number(Content receipt) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        receipt.writeTo(bytes);
        return Json.parse(bytes.toByteArray()).path("number").asInt();
    }
}
