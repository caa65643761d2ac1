package dev.nightjar.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.core.error.Transient;
import dev.nightjar.core.store.StoreRight.Verb;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/** Tests of the testers: a store that does not die where it says proves nothing. */
final class WrappedStoresTest {
    private static final Content X = Content.of("x");

    private final ObjectStore inner = new MemoryStore();

    @Test
    void diesAfterTheWriteTookEffect() {
        DyingStore store = DyingStore.after(2, inner);
        store.create("a", X);

        assertThatThrownBy(() -> store.create("b", X))
                .isInstanceOf(StoreDied.class)
                .hasMessage("Died at create b, after it took effect (2 writes done)");
        assertThat(inner.list("")).hasSize(2);
        assertThat(store.isDead()).isTrue();
    }

    @Test
    void diesBeforeTheWriteTakesEffect() {
        DyingStore store = DyingStore.before(2, inner);
        store.create("a", X);

        assertThatThrownBy(() -> store.put("b", X))
                .isInstanceOf(StoreDied.class)
                .hasMessage("Died at put b, before it took effect (1 writes done)");
        assertThat(inner.list("")).hasSize(1);
    }

    @Test
    void theDeadDoNothing() {
        DyingStore store = DyingStore.after(1, inner);
        ObjectHead head = inner.put("a", X);
        assertThatThrownBy(() -> store.put("b", X)).isInstanceOf(StoreDied.class);

        assertThatThrownBy(() -> store.put("c", X)).hasMessage("Dead already at put c");
        assertThatThrownBy(() -> store.create("c", X)).isInstanceOf(StoreDied.class);
        assertThatThrownBy(() -> store.replace("a", X, head.etag())).isInstanceOf(StoreDied.class);
        assertThatThrownBy(() -> store.delete("a")).isInstanceOf(StoreDied.class);
        assertThatThrownBy(() -> store.find("a")).isInstanceOf(StoreDied.class);
        assertThatThrownBy(() -> store.head("a")).isInstanceOf(StoreDied.class);
        assertThatThrownBy(() -> store.open(head)).isInstanceOf(StoreDied.class);
        assertThatThrownBy(() -> store.list("")).isInstanceOf(StoreDied.class);
        assertThat(inner.list("")).extracting(ObjectHead::key).containsExactly("a", "b");
    }

    @Test
    void countsTheWritesThatTookEffect() {
        DyingStore store = DyingStore.never(inner);
        String etag = store.create("a", X).orElseThrow().etag();
        store.create("a", X);
        store.replace("a", Content.of("y"), etag);
        store.replace("a", Content.of("z"), etag);
        store.put("b", X);
        store.delete("b");
        store.delete("b");

        assertThat(store.writes()).isEqualTo(4);
        assertThat(store.isDead()).isFalse();
    }

    @Test
    void exactlyAsManyWritesOfManyThreadsTakeEffect() throws InterruptedException {
        DyingStore store = DyingStore.after(5, inner);

        List<Boolean> survived = Race.of(16, runner -> survives(store, "key-" + runner));

        assertThat(inner.list("")).hasSize(5);
        assertThat(survived).filteredOn(alive -> alive).hasSize(4);
    }

    @Test
    void theForgottenWriteTookEffect() {
        ForgetfulStore store = ForgetfulStore.at(2, inner);
        store.create("a", X);
        store.create("a", X);

        assertThatThrownBy(() -> store.create("b", X))
                .isInstanceOf(Transient.class)
                .hasMessage("The answer was lost: create b");
        assertThat(inner.find("b")).isPresent();
        assertThat(store.create("b", X)).isEmpty();
        assertThat(store.create("c", X)).isPresent();
        assertThat(store.writes()).isEqualTo(3);
    }

    @Test
    void refusesWhatIsNotListedAndNamesIt() {
        RightsStore store = RightsStore.of(inner, (verb, key) -> verb == Verb.READ);

        assertThat(store.find("a/b")).isEqualTo(Optional.empty());
        assertThatThrownBy(() -> store.create("a/b", X))
                .isInstanceOf(RightMissing.class)
                .hasMessage("There is no right to create a/b");
        assertThatThrownBy(() -> store.put("a/b", X)).isInstanceOf(RightMissing.class);
        assertThatThrownBy(() -> store.replace("a/b", X, "e")).isInstanceOf(RightMissing.class);
        assertThatThrownBy(() -> store.delete("a/b")).isInstanceOf(RightMissing.class);
        assertThatThrownBy(() -> store.list("a/")).isInstanceOf(RightMissing.class);
        assertThat(inner.list("")).isEmpty();
    }

    @Test
    void remembersWhatWasAsked() {
        RightsStore store = RightsStore.of(inner, (_, _) -> true);
        store.create("b", X);
        store.find("b");
        store.head("b");
        store.list("a/");

        assertThat(store.used())
                .map(StoreRight::toString)
                .containsExactly("list a/", "read b", "create b");
    }

    private static boolean survives(ObjectStore store, String key) {
        try {
            return store.create(key, X).isPresent();
        } catch (StoreDied died) {
            return false;
        }
    }
}
