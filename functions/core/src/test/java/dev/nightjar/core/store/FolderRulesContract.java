package dev.nightjar.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/**
 * What a folder cannot hold and memory refuses like it; a bucket would have to list at each write.
 */
abstract class FolderRulesContract extends KeyRulesContract {
    @Test
    void refusesAKeyThatIsTheFolderOfOthers() {
        store.create("a/b/c", Content.of("x"));
        String message = "The key 'a/b' is the folder of other objects";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.create("a/b", Content.of("x")))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.put("a/b", Content.of("x")))
                .withMessage(message);
    }

    @Test
    void refusesAKeyBelowAnObject() {
        store.create("a/b", Content.of("x"));
        String message = "The key 'a/b/c/d' lies below the object 'a/b'";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.create("a/b/c/d", Content.of("x")))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.put("a/b/c/d", Content.of("x")))
                .withMessage(message);
    }

    @Test
    void aFolderThatLostItsLastObjectIsAFreeKey() {
        store.create("a/b/c", Content.of("x"));
        store.delete("a/b/c");

        assertThat(store.create("a", Content.of("x"))).isPresent();
    }
}
