package dev.nightjar.aws.s3;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.store.Content;
import dev.nightjar.core.store.KeyRules;
import dev.nightjar.core.store.ObjectHead;
import dev.nightjar.core.store.ObjectStore;
import dev.nightjar.core.store.StoredObject;

import software.amazon.awssdk.services.s3.S3Client;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * A bucket, or what lies below a prefix of it, as a store or as a data root. Safe for use by
 * multiple threads and processes.
 *
 * <p>The ETag is S3's own, without its quotes. A key that a folder could not hold is refused with
 * {@link IllegalArgumentException}; a key that is the folder of others is not, for S3 allows it.
 * Keys with a segment that starts with a dot, and those that end with a slash (the folders that the
 * console makes), are not listed. Other failures are those of {@link
 * dev.nightjar.core.store.ObjectSource}, after the client has tried again; a missing right is told
 * with its name.
 *
 * <p>A conditional write whose answer was lost is sent again and then refused by its own first try.
 * So after a second try what stands is compared with what was sent, by length and SHA-256: the same
 * content is success. That asks for the right to read what is written.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-requests.html">S3:
 *     Add preconditions to S3 operations with conditional requests</a>
 */
public final class S3Store implements ObjectStore {
    private final S3Address address;
    private final S3Reader reader;
    private final S3Writer writer;
    private final S3Listing listing;

    private S3Store(S3Address address, S3Client client) {
        this.address = address;
        this.reader = new S3Reader(address, client);
        this.writer = new S3Writer(address, client, reader);
        this.listing = new S3Listing(address, client);
    }

    /**
     * The store at the address; asks nothing of S3 yet.
     *
     * @param address {@code s3://BUCKET} or {@code s3://BUCKET/PREFIX}, also with a slash at its
     *     end
     * @throws IllegalArgumentException when it is no such address, or names a directory bucket
     */
    public static S3Store at(String address, S3Client client) {
        return new S3Store(S3Address.parse(address), requireNonNull(client, "client is null"));
    }

    /** Whether the text is meant as an address of S3, well formed or not. */
    public static boolean isAddress(String text) {
        return text.startsWith(S3Address.SCHEME);
    }

    @Override
    public ObjectHead put(String key, Content content) {
        KeyRules.check(key);
        return writer.put(key, content);
    }

    @Override
    public Optional<ObjectHead> create(String key, Content content) {
        KeyRules.check(key);
        return writer.putIf(request -> request.ifNoneMatch("*"), key, content);
    }

    @Override
    public Optional<ObjectHead> replace(String key, Content content, String etag) {
        KeyRules.check(key);
        return writer.putIf(request -> request.ifMatch(Etag.quoted(etag)), key, content);
    }

    @Override
    public void delete(String key) {
        KeyRules.check(key);
        writer.delete(key);
    }

    @Override
    public Optional<ObjectHead> head(String key) {
        KeyRules.check(key);
        return reader.head(key);
    }

    @Override
    public Optional<StoredObject> find(String key) {
        KeyRules.check(key);
        return reader.find(key);
    }

    @Override
    public InputStream open(ObjectHead pinned, long from, long to) throws IOException {
        KeyRules.check(pinned.key());
        pinned.checkRange(from, to);
        return reader.open(pinned, from, to);
    }

    @Override
    public List<ObjectHead> list(String prefix) {
        KeyRules.checkPrefix(prefix);
        return listing.list(prefix);
    }

    @Override
    public List<String> folders(String prefix) {
        KeyRules.checkPrefix(prefix);
        return listing.folders(prefix);
    }

    @Override
    public String bucket() {
        return address.bucket();
    }

    @Override
    public String keyInBucket(String key) {
        return address.keyInBucket(key);
    }

    @Override
    public String address(String key) {
        return address.of(key);
    }
}
