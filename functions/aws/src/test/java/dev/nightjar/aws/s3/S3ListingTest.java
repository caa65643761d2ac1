package dev.nightjar.aws.s3;

import static dev.nightjar.aws.s3.ScriptedS3.error;
import static dev.nightjar.aws.s3.ScriptedS3.ok;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.core.store.ObjectHead;

import org.junit.jupiter.api.Test;

import java.io.IOException;

/** Lists of more than one page. */
final class S3ListingTest {
    private static final String START =
            "<ListBucketResult><Name>the-bucket</Name><EncodingType>url</EncodingType>";
    private static final String MORE =
            "<IsTruncated>true</IsTruncated><NextContinuationToken>next+one</NextContinuationToken>";
    private static final String END = "</ListBucketResult>";

    @Test
    void listsEveryPage() throws IOException {
        try (ScriptedS3 s3 =
                new ScriptedS3(
                        ok(START + MORE + object("a") + object("b+c") + END),
                        ok(START + object("d") + END))) {
            assertThat(s3.store().list(""))
                    .extracting(ObjectHead::key)
                    .containsExactly("a", "b c", "d");

            assertThat(s3.request(1).target()).contains("continuation-token=next%2Bone");
        }
    }

    @Test
    void asksForALostPageAgain() throws IOException {
        try (ScriptedS3 s3 =
                new ScriptedS3(
                        ok(START + MORE + object("a") + END),
                        error(503, "SlowDown"),
                        ok(START + object("b") + END))) {
            assertThat(s3.store().list("")).extracting(ObjectHead::key).containsExactly("a", "b");
        }
    }

    @Test
    void listsTheFoldersOfEveryPage() throws IOException {
        try (ScriptedS3 s3 =
                new ScriptedS3(
                        ok(START + MORE + folder("runs/a-b/") + END),
                        ok(START + folder("runs/a/") + END))) {
            assertThat(s3.store().folders("runs/")).containsExactly("a", "a-b");

            assertThat(s3.request(0).target()).contains("delimiter=%2F").contains("prefix=runs%2F");
        }
    }

    private static String object(String key) {
        return "<Contents><Key>%s</Key><ETag>&quot;e1&quot;</ETag><Size>3</Size></Contents>"
                .formatted(key);
    }

    private static String folder(String prefix) {
        return "<CommonPrefixes><Prefix>" + prefix + "</Prefix></CommonPrefixes>";
    }
}
