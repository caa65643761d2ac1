package dev.nightjar.aws.s3;

import static dev.nightjar.aws.s3.ScriptedS3.error;
import static dev.nightjar.aws.s3.ScriptedS3.lost;
import static dev.nightjar.aws.s3.ScriptedS3.object;
import static dev.nightjar.aws.s3.ScriptedS3.written;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.core.error.Transient;
import dev.nightjar.core.store.Content;
import dev.nightjar.core.store.ObjectHead;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;

/** Writes under what S3 seldom does: conflicts, throttling, answers that are lost. */
final class S3WriterTest {
    private static final Content OURS = Content.of("ours");
    private static final ScriptedS3.Answer REFUSED = error(412, "PreconditionFailed");

    @Test
    void createsOnlyWhereNothingStands() throws IOException {
        try (ScriptedS3 s3 = new ScriptedS3(written("e1"))) {
            assertThat(s3.store().create("a", OURS)).contains(new ObjectHead("a", "e1", 4));

            assertThat(s3.request(0).header("if-none-match")).isEqualTo("*");
        }
    }

    @Test
    void replacesOnlyWhatHasTheEtag() throws IOException {
        try (ScriptedS3 s3 = new ScriptedS3(written("e2"))) {
            assertThat(s3.store().replace("a", OURS, "e1")).isPresent();

            assertThat(s3.request(0).header("if-match")).isEqualTo("\"e1\"");
        }
    }

    @Test
    void putsWithoutACondition() throws IOException {
        try (ScriptedS3 s3 = new ScriptedS3(written("e1"))) {
            s3.store().put("a", OURS);

            assertThat(s3.request(0).headers()).doesNotContainKeys("if-match", "if-none-match");
        }
    }

    @Test
    void sendsTheContentWithItsDigest() throws IOException {
        try (ScriptedS3 s3 = new ScriptedS3(written("e1"))) {
            s3.store().put("a", OURS);

            assertThat(s3.request(0).body()).isEqualTo("ours");
            assertThat(s3.request(0).header("x-amz-checksum-sha256"))
                    .isEqualTo("rgvsnp0zxWNUvWEsimAQhAMk/FuXhs4KGLaWswSwk5c=");
        }
    }

    @Test
    void refusedAtTheFirstTryIsRefusedWhateverStands() throws IOException {
        try (ScriptedS3 s3 = new ScriptedS3(REFUSED, object("e1", "ours"))) {
            assertThat(s3.store().create("a", OURS)).isEmpty();

            assertThat(s3.asked()).containsExactly("PUT /the-bucket/a");
        }
    }

    @Test
    void refusedBeforeTheBodyWasSentIsRefused() throws IOException {
        byte[] large = new byte[3_000_000];
        try (ScriptedS3 s3 =
                new ScriptedS3(ScriptedS3.errorBeforeTheBody(412, "PreconditionFailed"))) {
            assertThat(s3.store().create("a", Content.of(large))).isEmpty();

            assertThat(s3.asked()).containsExactly("PUT /the-bucket/a");
        }
    }

    @Test
    void aCreateWhoseAnswerWasLostIsRecognised() throws IOException {
        try (ScriptedS3 s3 = new ScriptedS3(lost(), REFUSED, object("e1", "ours"))) {
            assertThat(s3.store().create("a", OURS)).contains(new ObjectHead("a", "e1", 4));

            assertThat(s3.asked())
                    .containsExactly(
                            "PUT /the-bucket/a",
                            "PUT /the-bucket/a",
                            "HEAD /the-bucket/a",
                            "GET /the-bucket/a");
        }
    }

    @Test
    void aReplaceWhoseAnswerWasLostIsRecognised() throws IOException {
        try (ScriptedS3 s3 = new ScriptedS3(lost(), REFUSED, object("e2", "ours"))) {
            assertThat(s3.store().replace("a", OURS, "e1")).contains(new ObjectHead("a", "e2", 4));
        }
    }

    @Test
    void aServerErrorAfterTheWriteIsRecognised() throws IOException {
        try (ScriptedS3 s3 =
                new ScriptedS3(error(500, "InternalError"), REFUSED, object("e1", "ours"))) {
            assertThat(s3.store().create("a", OURS)).isPresent();
        }
    }

    @Test
    void whatIsReadForTheComparisonIsPinned() throws IOException {
        try (ScriptedS3 s3 = new ScriptedS3(lost(), REFUSED, object("e1", "ours"))) {
            s3.store().create("a", OURS);

            assertThat(s3.request(3).header("if-match")).isEqualTo("\"e1\"");
        }
    }

    @Test
    void anAnswerLostWhileAnotherWonIsRefused() throws IOException {
        try (ScriptedS3 s3 = new ScriptedS3(lost(), REFUSED, object("e1", "his!"))) {
            assertThat(s3.store().create("a", OURS)).isEmpty();
        }
    }

    @Test
    void contentOfAnotherLengthIsNotReadForTheComparison() throws IOException {
        try (ScriptedS3 s3 = new ScriptedS3(lost(), REFUSED, object("e1", "longer"))) {
            assertThat(s3.store().create("a", OURS)).isEmpty();

            assertThat(s3.asked()).doesNotContain("GET /the-bucket/a");
        }
    }

    @Test
    void whatIsReplacedDuringTheComparisonIsNotOurs() throws IOException {
        try (ScriptedS3 s3 = new ScriptedS3(lost(), REFUSED, object("e1", "ours"), REFUSED)) {
            assertThat(s3.store().create("a", OURS)).isEmpty();
        }
    }

    @Test
    void whatIsGoneCannotBeReplaced() throws IOException {
        try (ScriptedS3 s3 = new ScriptedS3(error(404, "NoSuchKey"))) {
            assertThat(s3.store().replace("a", OURS, "e1")).isEmpty();
        }
    }

    @Test
    void twoConditionalWritesThatMeetAreTriedAgain() throws IOException {
        try (ScriptedS3 s3 =
                new ScriptedS3(error(409, "ConditionalRequestConflict"), written("e1"))) {
            assertThat(s3.store().create("a", OURS)).isPresent();
        }
    }

    @Test
    void whoMeetsAnotherAndLosesIsRefused() throws IOException {
        try (ScriptedS3 s3 =
                new ScriptedS3(
                        error(409, "ConditionalRequestConflict"), REFUSED, object("e1", "his!"))) {
            assertThat(s3.store().create("a", OURS)).isEmpty();
        }
    }

    @Test
    void aConflictThatStaysIsTransient() throws IOException {
        try (ScriptedS3 s3 = new ScriptedS3(error(409, "ConditionalRequestConflict"))) {
            assertThatThrownBy(() -> s3.store().create("a", OURS))
                    .isInstanceOf(Transient.class)
                    .hasMessage(
                            "Cannot write s3://the-bucket/a: S3 answered 409"
                                    + " ConditionalRequestConflict, It says"
                                    + " ConditionalRequestConflict");
        }
    }

    @Test
    void throttlingIsTriedAgain() throws IOException {
        try (ScriptedS3 s3 =
                new ScriptedS3(error(503, "SlowDown"), error(503, "SlowDown"), written("e1"))) {
            assertThat(s3.store().put("a", OURS).etag()).isEqualTo("e1");
        }
    }

    @Test
    void throttlingThatStaysIsTransientAfterSixTries() throws IOException {
        try (ScriptedS3 s3 = new ScriptedS3(error(503, "SlowDown"))) {
            assertThatThrownBy(() -> s3.store().put("a", OURS))
                    .isInstanceOf(Transient.class)
                    .hasMessage(
                            "Cannot write s3://the-bucket/a: S3 answered 503 SlowDown, It says"
                                    + " SlowDown");

            assertThat(s3.asked()).isEqualTo(Collections.nCopies(6, "PUT /the-bucket/a"));
        }
    }

    @Test
    void everyTrySendsTheWholeContent() throws IOException {
        byte[] large = new byte[3_000_000];
        try (ScriptedS3 s3 = new ScriptedS3(error(503, "SlowDown"), written("e1"))) {
            s3.store().put("a", Content.of(large));

            assertThat(s3.request(1).body()).hasSize(large.length);
        }
    }

    @Test
    void answersThatAreAlwaysLostAreTransient() throws IOException {
        try (ScriptedS3 s3 = new ScriptedS3(lost())) {
            assertThatThrownBy(() -> s3.store().create("a", OURS))
                    .isInstanceOf(Transient.class)
                    .hasMessageStartingWith("Cannot write s3://the-bucket/a: ");
        }
    }

    @Test
    void anAnswerLostOnAKeptConnectionIsRecognised() throws IOException {
        // Java's own connection sends some requests again unseen; a write must not be among them.
        try (ScriptedS3 s3 = new ScriptedS3(written("e0"), lost(), REFUSED, object("e1", "ours"))) {
            s3.store().put("b", OURS);

            assertThat(s3.store().create("a", OURS)).isPresent();
        }
    }

    @Test
    void anAnswerLostAfterEmptyContentIsRecognised() throws IOException {
        try (ScriptedS3 s3 = new ScriptedS3(written("e0"), lost(), REFUSED, object("e1", ""))) {
            s3.store().put("b", OURS);

            assertThat(s3.store().create("a", Content.of(""))).isPresent();
        }
    }

    @Test
    void aRefusedWriteNamesTheMissingRight() throws IOException {
        try (ScriptedS3 s3 = new ScriptedS3(error(403, "AccessDenied"))) {
            assertThatThrownBy(() -> s3.store().put("a", OURS))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessage(
                            "Access denied: cannot write s3://the-bucket/a: S3 answered 403"
                                    + " AccessDenied, It says AccessDenied. Needed is s3:PutObject"
                                    + " on it");
        }
    }

    @Test
    void aRefusedDeleteNamesTheMissingRight() throws IOException {
        try (ScriptedS3 s3 = new ScriptedS3(error(403, "AccessDenied"))) {
            assertThatThrownBy(() -> s3.store().delete("a"))
                    .hasMessageStartingWith("Access denied: cannot delete s3://the-bucket/a")
                    .hasMessageEndingWith("Needed is s3:DeleteObject on it");
        }
    }
}
