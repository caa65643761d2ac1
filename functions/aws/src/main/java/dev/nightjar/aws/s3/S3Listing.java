package dev.nightjar.aws.s3;

import dev.nightjar.core.store.KeyRules;
import dev.nightjar.core.store.ObjectHead;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.S3Object;

import java.util.List;

/** Lists keys, page by page. Safe for use by multiple threads. */
final class S3Listing {
    private final S3Address store;
    private final S3Client client;

    S3Listing(S3Address store, S3Client client) {
        this.store = store;
        this.client = client;
    }

    /** In S3's order, which is that of the bytes of whole keys. */
    List<ObjectHead> list(String prefix) {
        try {
            return client
                    .listObjectsV2Paginator(
                            request ->
                                    request.bucket(store.bucket())
                                            .prefix(store.keyInBucket(prefix)))
                    .contents()
                    .stream()
                    .map(this::head)
                    .filter(head -> isSeen(head.key()))
                    .toList();
        } catch (SdkException e) {
            throw S3Attempt.list(store, prefix).failure(e);
        }
    }

    List<String> folders(String prefix) {
        try {
            return client
                    .listObjectsV2Paginator(
                            request ->
                                    request.bucket(store.bucket())
                                            .prefix(store.keyInBucket(prefix))
                                            .delimiter("/"))
                    .commonPrefixes()
                    .stream()
                    .map(CommonPrefix::prefix)
                    .map(folder -> store.key(folder.substring(0, folder.length() - 1)))
                    .map(folder -> folder.substring(prefix.length()))
                    .filter(S3Listing::isSeen)
                    .sorted(KeyRules.ORDER) // S3 sorts them with their slashes
                    .toList();
        } catch (SdkException e) {
            throw S3Attempt.list(store, prefix).failure(e);
        }
    }

    private ObjectHead head(S3Object object) {
        return new ObjectHead(store.key(object.key()), Etag.bare(object.eTag()), object.size());
    }

    /**
     * Not the folders that the console makes, and as in a folder no name that starts with a dot.
     */
    private static boolean isSeen(String key) {
        return !key.isEmpty() && !key.endsWith("/") && !key.startsWith(".") && !key.contains("/.");
    }
}
