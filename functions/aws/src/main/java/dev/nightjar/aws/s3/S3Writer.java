package dev.nightjar.aws.s3;

import dev.nightjar.core.error.Transient;
import dev.nightjar.core.store.Content;
import dev.nightjar.core.store.ObjectChanged;
import dev.nightjar.core.store.ObjectHead;
import dev.nightjar.pipeline.json.Digests;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Writes and deletes single objects. Safe for use by multiple threads. */
final class S3Writer {
    private static final int PRECONDITION_FAILED = 412;

    private final S3Address store;
    private final S3Client client;
    private final S3Reader reader;

    S3Writer(S3Address store, S3Client client, S3Reader reader) {
        this.store = store;
        this.client = client;
        this.reader = reader;
    }

    ObjectHead put(String key, Content content) {
        try (SpooledContent spooled = SpooledContent.of(content)) {
            return send(key, spooled, UnaryOperator.identity());
        } catch (SdkException e) {
            throw S3Attempt.write(store, key).failure(e);
        } catch (IOException e) {
            throw contentFailure(key, e);
        }
    }

    /** Writes when the condition holds; empty when it does not. */
    Optional<ObjectHead> putIf(
            UnaryOperator<PutObjectRequest.Builder> condition, String key, Content content) {
        try (SpooledContent spooled = SpooledContent.of(content)) {
            return putIf(condition, key, spooled);
        } catch (SdkException e) {
            throw S3Attempt.write(store, key).failure(e);
        } catch (IOException e) {
            throw contentFailure(key, e);
        }
    }

    void delete(String key) {
        try {
            client.deleteObject(
                    request -> request.bucket(store.bucket()).key(store.keyInBucket(key)));
        } catch (SdkException e) {
            throw S3Attempt.delete(store, key).failure(e);
        }
    }

    private Optional<ObjectHead> putIf(
            UnaryOperator<PutObjectRequest.Builder> condition, String key, SpooledContent spooled)
            throws IOException {
        try {
            return Optional.of(send(key, spooled, condition));
        } catch (NoSuchKeyException absent) { // so it cannot have the ETag
            return Optional.empty();
        } catch (S3Exception e) {
            if (e.statusCode() != PRECONDITION_FAILED) {
                throw e;
            }
            return e.numAttempts() > 1 ? standing(key, spooled) : Optional.empty();
        }
    }

    private ObjectHead send(
            String key, SpooledContent spooled, UnaryOperator<PutObjectRequest.Builder> condition) {
        PutObjectRequest.Builder request =
                PutObjectRequest.builder()
                        .bucket(store.bucket())
                        .key(store.keyInBucket(key))
                        .checksumSHA256(spooled.checksum());
        PutObjectResponse answer =
                client.putObject(
                        condition.apply(request).build(), spooled.body(ContentType.of(key)));
        return new ObjectHead(key, Etag.bare(answer.eTag()), spooled.size());
    }

    /**
     * What stands, when it is what we sent: an earlier try of ours may have written it, and its
     * answer was lost.
     */
    private Optional<ObjectHead> standing(String key, SpooledContent spooled) throws IOException {
        Optional<ObjectHead> standing =
                reader.head(key).filter(head -> head.size() == spooled.size());
        if (standing.isEmpty()) {
            return standing;
        }
        try (InputStream in = reader.open(standing.get(), 0, spooled.size())) {
            return MessageDigest.isEqual(sha256(in), spooled.sha256())
                    ? standing
                    : Optional.empty();
        } catch (ObjectChanged byAnother) {
            return Optional.empty();
        }
    }

    private static byte[] sha256(InputStream in) throws IOException {
        DigestInputStream digested = new DigestInputStream(in, Digests.sha256());
        digested.transferTo(OutputStream.nullOutputStream());
        return digested.getMessageDigest().digest();
    }

    private RuntimeException contentFailure(String key, IOException e) {
        String attempt = "write " + store.of(key);
        return e instanceof ClosedByInterruptException
                ? new Transient("Interrupted while trying to " + attempt, e)
                : new UncheckedIOException("Cannot " + attempt + ": " + e.getMessage(), e);
    }
}
