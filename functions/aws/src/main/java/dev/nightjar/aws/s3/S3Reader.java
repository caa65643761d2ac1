package dev.nightjar.aws.s3;

import dev.nightjar.core.store.ObjectChanged;
import dev.nightjar.core.store.ObjectHead;
import dev.nightjar.core.store.StoredObject;

import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads single objects. Safe for use by multiple threads. */
final class S3Reader {
    private static final int PRECONDITION_FAILED = 412;
    private static final int SERVER_ERROR = 500;

    private final S3Address store;
    private final S3Client client;

    S3Reader(S3Address store, S3Client client) {
        this.store = store;
        this.client = client;
    }

    Optional<ObjectHead> head(String key) {
        try {
            HeadObjectResponse answer =
                    client.headObject(
                            request -> request.bucket(store.bucket()).key(store.keyInBucket(key)));
            return Optional.of(
                    new ObjectHead(key, Etag.bare(answer.eTag()), answer.contentLength()));
        } catch (S3Exception e) {
            if (e.statusCode() >= SERVER_ERROR) {
                throw S3Attempt.read(store, key).failure(e);
            }
            // The answer to a HEAD has no body that says why: an absent bucket looks like an
            // absent key, so a GET has to tell.
            return get(key, (answer, in) -> headOnly(key, answer, in));
        } catch (SdkException e) {
            throw S3Attempt.read(store, key).failure(e);
        }
    }

    Optional<StoredObject> find(String key) {
        return get(key, (answer, in) -> new StoredObject(head(key, answer), whole(answer, in)));
    }

    InputStream open(ObjectHead pinned, long from, long to) throws IOException {
        if (from == to) {
            checkStands(pinned);
            return InputStream.nullInputStream();
        }
        return new S3Range(
                store.of(pinned.key()), from, to, position -> opened(pinned, position, to));
    }

    private <T> Optional<T> get(String key, ResponseTransformer<GetObjectResponse, T> read) {
        try {
            return Optional.of(client.getObject(request(key).build(), read));
        } catch (NoSuchKeyException absent) {
            return Optional.empty();
        } catch (SdkException e) {
            throw S3Attempt.read(store, key).failure(e);
        }
    }

    private ResponseInputStream<GetObjectResponse> opened(ObjectHead pinned, long from, long to)
            throws ObjectChanged {
        GetObjectRequest.Builder request =
                request(pinned.key()).ifMatch(Etag.quoted(pinned.etag()));
        if (from > 0 || to < pinned.size()) { // only a whole object comes with its checksum
            request.range("bytes=" + from + "-" + (to - 1));
        }
        try {
            return client.getObject(request.build());
        } catch (NoSuchKeyException e) {
            throw gone(pinned);
        } catch (S3Exception e) {
            if (e.statusCode() == PRECONDITION_FAILED) {
                throw changed(pinned);
            }
            throw S3Attempt.read(store, pinned.key()).failure(e);
        } catch (SdkException e) {
            throw S3Attempt.read(store, pinned.key()).failure(e);
        }
    }

    private void checkStands(ObjectHead pinned) throws ObjectChanged {
        ObjectHead now = head(pinned.key()).orElseThrow(() -> gone(pinned));
        if (!now.etag().equals(pinned.etag())) {
            throw changed(pinned);
        }
    }

    private GetObjectRequest.Builder request(String key) {
        return GetObjectRequest.builder()
                .bucket(store.bucket())
                .key(store.keyInBucket(key))
                .checksumMode(ChecksumMode.ENABLED);
    }

    private static ObjectHead head(String key, GetObjectResponse answer) {
        return new ObjectHead(key, Etag.bare(answer.eTag()), answer.contentLength());
    }

    private static ObjectHead headOnly(
            String key, GetObjectResponse answer, AbortableInputStream in) {
        in.abort();
        return head(key, answer);
    }

    /** The whole answer; what is thrown as retryable makes the client ask again. */
    private static byte[] whole(GetObjectResponse answer, InputStream in) {
        byte[] bytes = new byte[Math.toIntExact(answer.contentLength())];
        try {
            int count = in.readNBytes(bytes, 0, bytes.length);
            // Asking for the end makes the SDK compare the checksum.
            if (count < bytes.length || in.read() >= 0) {
                throw RetryableException.create("The answer is not as long as it said");
            }
            return bytes;
        } catch (AbortedException interrupted) {
            throw interrupted;
        } catch (IOException | SdkClientException e) {
            throw RetryableException.create("The answer broke off: " + e.getMessage(), e);
        }
    }

    private static ObjectChanged gone(ObjectHead pinned) {
        return new ObjectChanged(pinned.key() + " is gone since it was pinned");
    }

    private static ObjectChanged changed(ObjectHead pinned) {
        return new ObjectChanged(
                "%s was changed since it was pinned: its ETag is no longer %s"
                        .formatted(pinned.key(), pinned.etag()));
    }
}
