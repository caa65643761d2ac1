package dev.nightjar.aws.s3;

import dev.nightjar.core.store.KeyRules;

import java.util.regex.Pattern;

/**
 * A place in a bucket: {@code s3://BUCKET[/PREFIX]}.
 *
 * @param prefix empty, or ending with {@code /}
 */
record S3Address(String bucket, String prefix) {
    static final String SCHEME = "s3://";

    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final String DIRECTORY_BUCKET = "--x-s3";

    /** Throws IllegalArgumentException, saying why, when the text is no such address. */
    static S3Address parse(String text) {
        if (!text.startsWith(SCHEME)) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no S3 address; write s3://BUCKET or s3://BUCKET/PREFIX");
        }
        String rest = text.substring(SCHEME.length());
        int slash = rest.indexOf('/');
        String bucket = slash < 0 ? rest : rest.substring(0, slash);
        String prefix = slash < 0 ? "" : rest.substring(slash + 1);
        return new S3Address(checkedBucket(text, bucket), checkedPrefix(text, prefix));
    }

    String keyInBucket(String key) {
        return prefix + key;
    }

    /** What {@link #keyInBucket} was made of. */
    String key(String keyInBucket) {
        return keyInBucket.substring(prefix.length());
    }

    String of(String key) {
        return SCHEME + bucket + "/" + prefix + key;
    }

    private static String checkedBucket(String text, String bucket) {
        if (bucket.endsWith(DIRECTORY_BUCKET)) {
            throw new IllegalArgumentException(
                    "'%s' is a directory bucket, which lists its keys in no order; use a general purpose bucket"
                            .formatted(text));
        }
        if (!BUCKET.matcher(bucket).matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' names no bucket: '" + bucket + "' cannot be one");
        }
        return bucket;
    }

    private static String checkedPrefix(String text, String prefix) {
        String bare = prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
        if (prefix.isEmpty()) {
            return "";
        }
        try {
            KeyRules.check(bare);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no S3 address: " + e.getMessage(), e);
        }
        return bare + "/";
    }
}
