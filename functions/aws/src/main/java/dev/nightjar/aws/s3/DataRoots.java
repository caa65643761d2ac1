package dev.nightjar.aws.s3;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.store.DataFolder;
import dev.nightjar.core.store.ObjectSource;

import software.amazon.awssdk.services.s3.S3Client;

import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Opens data roots: {@code s3://BUCKET[/PREFIX]}, or a folder. Safe for use by multiple threads.
 */
public final class DataRoots implements Function<String, ObjectSource> {
    private final Supplier<S3Client> client;

    /**
     * Opens roots of both kinds.
     *
     * @param client asked at each root in S3, and never for a folder; gives the same one each time
     */
    public DataRoots(Supplier<S3Client> client) {
        this.client = requireNonNull(client, "client is null");
    }

    /**
     * The data below the root, read only.
     *
     * @throws IllegalArgumentException when an address starts with {@code s3://} and is none
     */
    @Override
    public ObjectSource apply(String root) {
        return S3Store.isAddress(root)
                ? S3Store.at(root, client.get())
                : DataFolder.at(Path.of(root));
    }
}
