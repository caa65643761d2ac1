package dev.nightjar.aws.s3;

import static dev.nightjar.aws.s3.ScriptedS3.cut;
import static dev.nightjar.aws.s3.ScriptedS3.error;
import static dev.nightjar.aws.s3.ScriptedS3.lost;
import static dev.nightjar.aws.s3.ScriptedS3.object;
import static dev.nightjar.aws.s3.ScriptedS3.ok;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.nightjar.core.error.Transient;
import dev.nightjar.core.store.ObjectChanged;
import dev.nightjar.core.store.ObjectHead;
import dev.nightjar.core.store.StoredObject;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reads that break off, arrive damaged, or meet another content than the pinned one. */
final class S3ReaderTest {
    private static final ObjectHead PINNED = new ObjectHead("a", "e1", 10);

    /** SHA-256 of "0123456789" as S3 writes it. */
    private static final String CHECKSUM = "hNiYd/DUBB77a/kaFvAkjy/Vc+avBcGflr7bn4gveII=";

    @Test
    void opensWhatHasTheEtagOnly() throws IOException {
        try (ScriptedS3 s3 = new ScriptedS3(object("e1", "0123456789"))) {
            assertThat(read(s3, 0, 10)).isEqualTo("0123456789");

            assertThat(s3.request(0).header("if-match")).isEqualTo("\"e1\"");
        }
    }

    @Test
    void asksForTheBytesOfTheRange() throws IOException {
        try (ScriptedS3 s3 = new ScriptedS3(object("e1", "345"))) {
            assertThat(read(s3, 3, 6)).isEqualTo("345");

            assertThat(s3.request(0).header("range")).isEqualTo("bytes=3-5");
        }
    }

    @Test
    void anotherEtagIsAChangedObject() throws IOException {
        try (ScriptedS3 s3 = new ScriptedS3(error(412, "PreconditionFailed"))) {
            assertThatThrownBy(() -> read(s3, 0, 10))
                    .isInstanceOf(ObjectChanged.class)
                    .hasMessage("a was changed since it was pinned: its ETag is no longer e1");
        }
    }

    @Test
    void anEmptyRangeOfAnotherObjectIsAChangedObject() throws IOException {
        try (ScriptedS3 s3 = new ScriptedS3(object("e2", "0123456789"))) {
            assertThatThrownBy(() -> read(s3, 10, 10)).isInstanceOf(ObjectChanged.class);
        }
    }

    @Test
    void goesOnWhereTheConnectionBroke() throws IOException {
        try (ScriptedS3 s3 = new ScriptedS3(cut("e1", "0123456789", 4), object("e1", "456789"))) {
            assertThat(read(s3, 0, 10)).isEqualTo("0123456789");

            assertThat(s3.request(1).header("range")).isEqualTo("bytes=4-9");
            assertThat(s3.request(1).header("if-match")).isEqualTo("\"e1\"");
        }
    }

    @Test
    void goesOnWithinARange() throws IOException {
        try (ScriptedS3 s3 = new ScriptedS3(cut("e1", "23456", 2), object("e1", "456"))) {
            assertThat(read(s3, 2, 7)).isEqualTo("23456");

            assertThat(s3.request(1).header("range")).isEqualTo("bytes=4-6");
        }
    }

    @Test
    void goesOnWhereTheConnectionWasClosedOnPurpose() throws IOException {
        try (ScriptedS3 s3 =
                new ScriptedS3(
                        cut("e1", "0123456789", 4, "Connection", "close"),
                        object("e1", "456789"))) {
            assertThat(read(s3, 0, 10)).isEqualTo("0123456789");
        }
    }

    @Test
    void neverGoesOnWithAnotherContent() throws IOException {
        try (ScriptedS3 s3 =
                new ScriptedS3(cut("e1", "0123456789", 4), error(412, "PreconditionFailed"))) {
            assertThatThrownBy(() -> read(s3, 0, 10)).isInstanceOf(ObjectChanged.class);
        }
    }

    @Test
    void neverGoesOnWithWhatIsGone() throws IOException {
        try (ScriptedS3 s3 = new ScriptedS3(cut("e1", "0123456789", 4), error(404, "NoSuchKey"))) {
            assertThatThrownBy(() -> read(s3, 0, 10))
                    .isInstanceOf(ObjectChanged.class)
                    .hasMessage("a is gone since it was pinned");
        }
    }

    @Test
    void aConnectionThatBreaksAgainAndAgainIsTransient() throws IOException {
        try (ScriptedS3 s3 = new ScriptedS3(cut("e1", "0123456789", 0))) {
            assertThatThrownBy(() -> read(s3, 0, 10))
                    .isInstanceOf(Transient.class)
                    .hasMessageStartingWith(
                            "Cannot read s3://the-bucket/a: the connection broke 6 times, last at"
                                    + " byte 0: ");
        }
    }

    @Test
    void aDamagedObjectIsNotReadToItsEnd() throws IOException {
        try (ScriptedS3 s3 =
                new ScriptedS3(
                        ok("damaged!!!", "ETag", "\"e1\"", "x-amz-checksum-sha256", CHECKSUM))) {
            assertThatThrownBy(() -> read(s3, 0, 10))
                    .isInstanceOf(Transient.class)
                    .hasMessageStartingWith("What was read of s3://the-bucket/a is damaged: ");
        }
    }

    @Test
    void aChecksumOfPartsIsNoChecksumOfTheWhole() throws IOException {
        try (ScriptedS3 s3 =
                new ScriptedS3(
                        ok("other", "ETag", "\"e1\"", "x-amz-checksum-sha256", CHECKSUM + "-2"))) {
            assertThat(s3.store().find("a").orElseThrow().text()).isEqualTo("other");
        }
    }

    @Test
    void aSoundObjectIsReadToItsEnd() throws IOException {
        try (ScriptedS3 s3 =
                new ScriptedS3(
                        ok("0123456789", "ETag", "\"e1\"", "x-amz-checksum-sha256", CHECKSUM))) {
            assertThat(read(s3, 0, 10)).isEqualTo("0123456789");
        }
    }

    @Test
    void closesAnAnswerThatNobodyReads() throws IOException {
        try (ScriptedS3 s3 = new ScriptedS3(object("e1", "0123456789"));
                InputStream in = s3.store().open(PINNED)) {
            assertThat(in.read()).isEqualTo('0');
        }
    }

    @Test
    void findsTheContentWithItsHead() throws IOException {
        try (ScriptedS3 s3 = new ScriptedS3(object("e1", "0123456789"))) {
            StoredObject found = s3.store().find("a").orElseThrow();

            assertThat(found.text()).isEqualTo("0123456789");
            assertThat(found.head()).isEqualTo(PINNED);
        }
    }

    @Test
    void findsAgainWhatBrokeOff() throws IOException {
        try (ScriptedS3 s3 = new ScriptedS3(cut("e1", "0123456789", 4), object("e2", "abcdefgh"))) {
            StoredObject found = s3.store().find("a").orElseThrow();

            assertThat(found.text()).isEqualTo("abcdefgh");
            assertThat(found.head()).isEqualTo(new ObjectHead("a", "e2", 8));
        }
    }

    @Test
    void findsAgainWhatWasClosedTooEarly() throws IOException {
        try (ScriptedS3 s3 =
                new ScriptedS3(
                        cut("e1", "0123456789", 4, "Connection", "close"),
                        object("e1", "0123456789"))) {
            assertThat(s3.store().find("a").orElseThrow().text()).isEqualTo("0123456789");
        }
    }

    @Test
    void whatAlwaysBreaksOffIsTransient() throws IOException {
        try (ScriptedS3 s3 = new ScriptedS3(cut("e1", "0123456789", 4))) {
            assertThatThrownBy(() -> s3.store().find("a"))
                    .isInstanceOf(Transient.class)
                    .hasMessageStartingWith(
                            "Cannot read s3://the-bucket/a: The answer broke off: ");
        }
    }

    @Test
    void findsAgainWhatArrivedDamaged() throws IOException {
        try (ScriptedS3 s3 =
                new ScriptedS3(
                        ok("damaged!!!", "ETag", "\"e1\"", "x-amz-checksum-sha256", CHECKSUM),
                        object("e1", "0123456789"))) {
            assertThat(s3.store().find("a").orElseThrow().text()).isEqualTo("0123456789");
        }
    }

    @Test
    void anAbsentKeyIsNotFound() throws IOException {
        try (ScriptedS3 s3 = new ScriptedS3(error(404, "NoSuchKey"))) {
            assertThat(s3.store().find("a")).isEmpty();
            assertThat(s3.store().head("a")).isEmpty();
        }
    }

    @Test
    void anAbsentBucketIsNamed() throws IOException {
        try (ScriptedS3 s3 = new ScriptedS3(error(404, "NoSuchBucket"))) {
            assertThatThrownBy(() -> s3.store().find("a"))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessage("Cannot read s3://the-bucket/a: there is no bucket the-bucket");
        }
    }

    @Test
    void anAbsentBucketIsNoAbsentKey() throws IOException {
        try (ScriptedS3 s3 = new ScriptedS3(error(404, "NoSuchBucket"))) {
            assertThatThrownBy(() -> s3.store().head("a"))
                    .hasMessageContaining("there is no bucket the-bucket");
        }
    }

    @Test
    void forbiddenNamesTheKeyAndBothRights() throws IOException {
        try (ScriptedS3 s3 = new ScriptedS3(error(403, "AccessDenied"))) {
            assertThatThrownBy(() -> s3.store().find("a"))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessage(
                            "Access denied: cannot read s3://the-bucket/a: S3 answered 403"
                                    + " AccessDenied, It says AccessDenied. Needed is s3:GetObject"
                                    + " on it or, if it may be absent, s3:ListBucket on the bucket:"
                                    + " without that S3 answers 403 for an absent key");
        }
    }

    @Test
    void aForbiddenHeadSaysAsMuch() throws IOException {
        try (ScriptedS3 s3 = new ScriptedS3(error(403, "AccessDenied"))) {
            assertThatThrownBy(() -> s3.store().head("a"))
                    .hasMessageStartingWith("Access denied: cannot read s3://the-bucket/a")
                    .hasMessageContaining("s3:ListBucket");
        }
    }

    @Test
    void aForbiddenOpeningSaysAsMuch() throws IOException {
        try (ScriptedS3 s3 = new ScriptedS3(error(403, "AccessDenied"))) {
            assertThatThrownBy(() -> read(s3, 0, 10))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("s3:GetObject");
        }
    }

    @Test
    void aLostAnswerIsAskedForAgain() throws IOException {
        try (ScriptedS3 s3 = new ScriptedS3(lost(), lost(), object("e1", "0123456789"))) {
            assertThat(s3.store().head("a")).contains(PINNED);
        }
    }

    private static String read(ScriptedS3 s3, long from, long to) throws IOException {
        try (InputStream in = s3.store().open(PINNED, from, to)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
