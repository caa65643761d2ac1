package dev.nightjar.cdk;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.Definition;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;

/**
 * A data root outside the stack's bucket, as a pipeline file names it. Immutable.
 *
 * @param bucket its name
 * @param prefix of its keys, empty or ending with a slash
 */
record DataRoot(String bucket, String prefix) {
    private static final String SCHEME = "s3://";

    DataRoot {
        requireNonNull(bucket, "bucket is null");
        requireNonNull(prefix, "prefix is null");
    }

    /** The roots of pipelines that name one, each once. */
    static List<DataRoot> ofAll(List<Definition> pipelines) {
        return pipelines.stream()
                .map(Definition::data)
                .filter(Objects::nonNull)
                .map(DataRoot::parse)
                .distinct()
                .toList();
    }

    /** Reads an address that the pipeline file's check has accepted. */
    static DataRoot parse(@Nullable String address) {
        String path = requireNonNull(address, "address is null").substring(SCHEME.length());
        int slash = path.indexOf('/');
        if (slash < 0 || slash == path.length() - 1) {
            return new DataRoot(slash < 0 ? path : path.substring(0, slash), "");
        }
        String prefix = path.substring(slash + 1);
        return new DataRoot(path.substring(0, slash), prefix.endsWith("/") ? prefix : prefix + "/");
    }
}
