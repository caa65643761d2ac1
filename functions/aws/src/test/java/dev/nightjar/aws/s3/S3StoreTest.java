package dev.nightjar.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.aws.localstack.LocalStack;
import dev.nightjar.core.store.Content;
import dev.nightjar.core.store.ObjectChanged;
import dev.nightjar.core.store.ObjectHead;
import dev.nightjar.core.store.ObjectSource;
import dev.nightjar.core.store.ObjectStore;
import dev.nightjar.core.store.StoredObject;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** What a bucket has beyond the contract of every store, asked of S3's stand-in. */
final class S3StoreTest {
    private final S3Client s3 = LocalStack.shared().s3();
    private final String bucket = LocalStack.shared().newBucket();

    @Test
    void itsKeysLieBelowItsPrefix() {
        ObjectStore inner = at("/night/loans");
        inner.create("a/b", Content.of("one"));

        assertThat(keys(at(""), "")).containsExactly("night/loans/a/b");
        assertThat(keys(inner, "")).containsExactly("a/b");
    }

    @Test
    void aPrefixIsAWholeFolder() {
        at("").put("night2/a", Content.of("one"));

        assertThat(at("/night").list("")).isEmpty();
    }

    @Test
    void aSlashAtTheEndOfItsAddressChangesNothing() {
        at("/night").put("a", Content.of("one"));

        assertThat(keys(at("/night/"), "")).containsExactly("a");
    }

    @Test
    void saysWhereAKeyLies() {
        ObjectStore store = at("/night");

        assertThat(store.bucket()).isEqualTo(bucket);
        assertThat(store.keyInBucket("a/b")).isEqualTo("night/a/b");
        assertThat(store.address("a/b")).isEqualTo("s3://" + bucket + "/night/a/b");
    }

    @Test
    void foldersLieBelowItsPrefix() {
        at("/night").put("a/b/c", Content.of("one"));

        assertThat(at("/night").folders("")).containsExactly("a");
        assertThat(at("/night").folders("a/")).containsExactly("b");
    }

    @Test
    void foldersThatTheConsoleMadeAreNoObjects() {
        others("data/", "");
        others("data/loans/", "");
        others("data/loans/a.csv", "x");

        assertThat(keys(at("/data"), "")).containsExactly("loans/a.csv");
        assertThat(keys(at("/data"), "loans/")).containsExactly("loans/a.csv");
    }

    @Test
    void namesThatStartWithADotAreNotSeen() {
        others("data/.hidden", "x");
        others("data/.git/config", "x");
        others("data/a.csv", "x");

        assertThat(keys(at("/data"), "")).containsExactly("a.csv");
        assertThat(at("/data").folders("")).isEmpty();
    }

    @Test
    void readsWhatOthersWrote() {
        others("data/a.csv", "amount\n1\n");

        assertThat(at("/data").find("a.csv").map(StoredObject::text)).contains("amount\n1\n");
    }

    @Test
    void aListedHeadOpensTheObject() throws IOException {
        others("data/a.csv", "amount\n1\n");
        ObjectSource data = at("/data");

        try (InputStream in = data.open(data.list("").getFirst())) {
            assertThat(in.readAllBytes()).asString().isEqualTo("amount\n1\n");
        }
    }

    @Test
    void theHeadIsTheSameFromEveryCall() {
        ObjectHead written = at("").put("a", Content.of("one"));

        assertThat(at("").head("a")).contains(written);
        assertThat(at("").find("a").map(StoredObject::head)).contains(written);
        assertThat(at("").list("")).containsExactly(written);
    }

    @Test
    void anEtagHasNoQuotes() {
        assertThat(at("").put("a", Content.of("one")).etag()).doesNotContain("\"");
    }

    @Test
    void anEmptyRangeOfWhatWasReplacedIsAChangedObject() {
        ObjectHead pinned = at("").put("a", Content.of("one"));
        at("").put("a", Content.of("two"));

        assertThatThrownBy(() -> at("").open(pinned, 3, 3)).isInstanceOf(ObjectChanged.class);
    }

    @Test
    void readsARangeOfALargeObject() throws IOException {
        byte[] bytes = new byte[5_000_000];
        new Random(1).nextBytes(bytes);
        ObjectHead head = at("").put("a", Content.of(bytes));

        try (InputStream in = at("").open(head, 1_000_000, 4_000_001)) {
            assertThat(in.readAllBytes())
                    .isEqualTo(Arrays.copyOfRange(bytes, 1_000_000, 4_000_001));
        }
    }

    @Test
    void tellsABrowserThatAReportIsAPage() {
        at("").put("runs/1/report.html", Content.of("<p>"));

        assertThat(s3.headObject(ask -> ask.bucket(bucket).key("runs/1/report.html")).contentType())
                .isEqualTo("text/html; charset=utf-8");
    }

    @Test
    void anAbsentBucketIsNamed() {
        S3Store store = S3Store.at("s3://there-is-none", s3);

        assertThatThrownBy(() -> store.find("a"))
                .hasMessageContaining("there is no bucket there-is-none");
        assertThatThrownBy(() -> store.head("a"))
                .hasMessageContaining("there is no bucket there-is-none");
        assertThatThrownBy(() -> store.list(""))
                .hasMessageContaining("there is no bucket there-is-none");
    }

    private S3Store at(String prefix) {
        return S3Store.at("s3://" + bucket + prefix, s3);
    }

    private void others(String key, String text) {
        s3.putObject(ask -> ask.bucket(bucket).key(key), RequestBody.fromString(text));
    }

    private static List<String> keys(ObjectSource source, String prefix) {
        return source.list(prefix).stream().map(ObjectHead::key).toList();
    }
}
