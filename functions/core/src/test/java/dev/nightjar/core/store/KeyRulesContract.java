package dev.nightjar.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/** The keys that every store refuses, so that what works in one works in the others. */
public abstract class KeyRulesContract extends ObjectStoreContract {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''      | The key is empty",
                "a//b    | The key 'a//b' has an empty segment",
                "/a      | The key '/a' has an empty segment",
                "a/      | The key 'a/' has an empty segment",
                "../a    | The key '../a' has the segment '..': names that start with a dot are not"
                        + " for objects",
                "a/../b  | The key 'a/../b' has the segment '..': names that start with a dot are"
                        + " not for objects",
                "a/./b   | The key 'a/./b' has the segment '.': names that start with a dot are"
                        + " not for objects",
                "a/.b    | The key 'a/.b' has the segment '.b': names that start with a dot are"
                        + " not for objects",
            })
    void saysWhyAKeyIsRefused(String key, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.create(key, Content.of("x")))
                .withMessage(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "../a", "a//b", "a\nb", "a\u0000b", "a\u007fb", "a\ud83e", "\ufffd"})
    void everyVerbRefusesTheKey(String key) {
        ObjectHead head = new ObjectHead(key, "etag", 1);
        Content content = Content.of("x");

        assertThatIllegalArgumentException().isThrownBy(() -> store.create(key, content));
        assertThatIllegalArgumentException().isThrownBy(() -> store.put(key, content));
        assertThatIllegalArgumentException().isThrownBy(() -> store.replace(key, content, "etag"));
        assertThatIllegalArgumentException().isThrownBy(() -> store.delete(key));
        assertThatIllegalArgumentException().isThrownBy(() -> store.find(key));
        assertThatIllegalArgumentException().isThrownBy(() -> store.head(key));
        assertThatIllegalArgumentException().isThrownBy(() -> store.open(head, 0, 1));
    }

    @Test
    void refusesAPrefixThatNoKeyCanHave() {
        for (String prefix : List.of("../", "a/../", "/", "a//", "a\nb")) {
            assertThatIllegalArgumentException().isThrownBy(() -> store.list(prefix));
        }
    }

    @Test
    void showsAControlCharacterByItsNumber() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.find("a\u001b[31m"))
                .withMessage("The key 'a?[31m' holds a control character: U+001B");
    }

    @Test
    void refusesASegmentLongerThan255Bytes() {
        String longest = "x".repeat(255);
        String tooLong = "\u00e9".repeat(128);

        assertThat(store.create("a/" + longest, Content.of("x"))).isPresent();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.find("a/" + tooLong))
                .withMessageEndingWith("has a segment longer than 255 bytes");
    }

    @Test
    void refusesAKeyLongerThan1024Bytes() {
        String longest = "x".repeat(200) + ("/" + "x".repeat(205)).repeat(4);

        assertThat(longest).hasSize(1024);
        assertThat(store.create(longest, Content.of("x"))).isPresent();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.find(longest + "x"))
                .withMessageEndingWith("is longer than 1024 bytes");
    }
}
