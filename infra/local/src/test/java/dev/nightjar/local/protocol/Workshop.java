package dev.nightjar.local.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.aws.Wiring;
import dev.nightjar.core.definition.Definition;
import dev.nightjar.core.night.ClaimRequest;
import dev.nightjar.core.night.Move;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.Slot;
import dev.nightjar.core.night.TaskContext;
import dev.nightjar.core.port.Executions;
import dev.nightjar.core.port.Ids;
import dev.nightjar.core.port.Notifications;
import dev.nightjar.core.sign.KeyFileSigner;
import dev.nightjar.core.store.Content;
import dev.nightjar.core.store.MemoryStore;
import dev.nightjar.core.store.ObjectHead;
import dev.nightjar.core.store.ObjectStore;
import dev.nightjar.core.store.StoredObject;
import dev.nightjar.local.TinyLoans;
import dev.nightjar.run.ClaimSlot;
import dev.nightjar.run.Records;
import dev.nightjar.run.Serving;
import dev.nightjar.run.ServingPointer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * A store and data in memory, in which a test calls the steps of attempts one by one. The clock
 * stands until it is moved; nonces count.
 */
final class Workshop {
    static final Slot SLOT = Slot.parse(TinyLoans.SLOT);
    static final Slot EARLIER = Slot.parse("2026-10-26T01:00Z");
    static final Slot NEXT = Slot.parse("2026-11-09T01:00Z");
    static final String PIPELINE = "loans";
    static final Instant NOW = Instant.parse("2026-11-02T01:00:05Z");

    private static final AtomicLong NONCES = new AtomicLong();
    private static final AtomicLong NANOSECONDS = new AtomicLong();

    private final Path folder;
    private final ObjectStore store;
    private final ObjectStore data;
    private final List<String> announced = new CopyOnWriteArrayList<>();
    private volatile Instant now = NOW;
    private volatile Executions.State others = Executions.State.UNKNOWN;
    private volatile Ids ids = () -> "%012x".formatted(NONCES.incrementAndGet());

    private Workshop(Path folder, ObjectStore store, ObjectStore data) {
        this.folder = folder;
        this.store = store;
        this.data = data;
    }

    /** The tiny pipeline, of which nothing was run yet. */
    static Workshop in(Path folder) {
        TinyLoans.in(folder);
        Workshop workshop = new Workshop(folder, new MemoryStore(), new MemoryStore());
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".csv")).toList()) {
                workshop.data(folder.relativize(file).toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return workshop;
    }

    /** The tiny pipeline with a model that serves. */
    static Workshop withModel(Path folder) {
        Workshop workshop = in(folder);
        workshop.claim(Order.training("first")).train();
        return workshop;
    }

    /** Another world that holds the same. */
    Workshop copy() {
        Workshop copy = new Workshop(folder, new MemoryStore(), new MemoryStore());
        copyAll(store, copy.store);
        copyAll(data, copy.data);
        copy.now = now;
        return copy;
    }

    /** Puts every object of one store into another. */
    static void copyAll(ObjectStore from, ObjectStore to) {
        for (ObjectHead head : from.list("")) {
            to.put(head.key(), Content.of(from.find(head.key()).orElseThrow().bytes()));
        }
    }

    ObjectStore store() {
        return store;
    }

    Records records() {
        return new Records(store);
    }

    ServingPointer pointer() {
        return new ServingPointer(store);
    }

    /** Subjects of what people were told. */
    List<String> announced() {
        return announced;
    }

    KeyFileSigner keys() {
        return KeyFileSigner.at(folder.resolve("keys"));
    }

    /** Puts an object into the data. */
    void data(String key, String text) {
        data.put(key, Content.of(text));
    }

    String data(String key) {
        return data.find(key).orElseThrow().text();
    }

    void removeData(String key) {
        data.delete(key);
    }

    void moveClock(Duration by) {
        now = now.plus(by);
    }

    /** What is answered to the question whether an execution still runs. */
    void others(Executions.State state) {
        others = state;
    }

    void ids(Ids other) {
        ids = other;
    }

    Definition definition(List<String> sets) {
        List<String> all = new ArrayList<>(sets);
        all.add("data=/data");
        return new TinyLoans(folder).definition(all);
    }

    Wiring wiring() {
        return wiring(store);
    }

    Wiring wiring(ObjectStore other) {
        return new Wiring(
                other,
                root -> data,
                () -> now,
                () -> NANOSECONDS.addAndGet(1_000),
                () -> ids.nonce(),
                keys(),
                keys(),
                execution -> others,
                new Announcements());
    }

    /** Asks for an attempt on a store of its own. */
    ClaimSlot.Response ask(Order order, ObjectStore other) {
        return new ClaimSlot(wiring(other))
                .answer(
                        new ClaimRequest(
                                order.machine(),
                                PIPELINE,
                                order.slot(),
                                order.delivery(),
                                order.rerun(),
                                null,
                                order.model(),
                                null,
                                definition(order.sets()),
                                new TaskContext("ClaimSlot", order.execution(), 0, 0)));
    }

    ClaimSlot.Response ask(Order order) {
        return ask(order, store);
    }

    /** An attempt that was asked for and claimed. */
    Attempt claim(Order order) {
        ClaimSlot.Response response = ask(order);
        assertThat(response.outcome()).isEqualTo(ClaimSlot.Answer.CLAIMED);
        return new Attempt(this, store, response.run(), order.execution());
    }

    /** What serves. */
    Move serving() {
        return pointer().read(PIPELINE).map(Serving::move).orElseThrow();
    }

    /** The committed part files of the slot. */
    String symlink() {
        return find("loans/results/slot=" + SLOT + "/symlink.txt").orElse("");
    }

    Optional<String> find(String key) {
        return store.find(key).map(StoredObject::text);
    }

    /** Keys that hold the text. */
    List<String> keys(String part) {
        return store.list("").stream()
                .map(ObjectHead::key)
                .filter(key -> key.contains(part))
                .toList();
    }

    /** Every object with its content's digest. */
    List<ObjectHead> heads(String prefix) {
        return store.list(prefix);
    }

    static RunId training(int attempt) {
        return RunId.parse("loans-%s-t%02d".formatted(SLOT, attempt));
    }

    static RunId scoring(int attempt) {
        return RunId.parse("loans-%s-s%02d".formatted(SLOT, attempt));
    }

    private final class Announcements implements Notifications {
        @Override
        public void announce(String level, String subject, Map<String, String> detail) {
            announced.add(subject);
        }
    }
}
