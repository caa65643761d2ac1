package dev.nightjar.aws.s3;

/** S3 writes an ETag in quotes, which are HTTP's and no part of it; our heads carry it bare. */
final class Etag {
    private static final String QUOTE = "\"";

    private Etag() {}

    static String bare(String header) {
        boolean quoted = header.length() > 1 && header.startsWith(QUOTE) && header.endsWith(QUOTE);
        return quoted ? header.substring(1, header.length() - 1) : header;
    }

    static String quoted(String etag) {
        return QUOTE + etag + QUOTE;
    }
}
