package dev.nightjar.core.model;

import java.nio.charset.StandardCharsets;

/**
 * The flat artifact: magic (8 bytes), version (int), length of the payload (long), SHA-256 of the
 * payload (32 bytes), payload. Integers are big-endian; texts are their length in bytes and UTF-8;
 * a list is its count and its items.
 *
 * <pre>
 * payload   task, labels, columns, part
 * column    0 byte, name, type, stand-in, shift, factor (doubles)      a number
 *           1 byte, name, levels, code of the stand-in                      a category
 * part      0 byte, outputs, features, per output bias and weights (doubles) linear
 *           1 byte, outputs, features, bases (floats), trees                trees
 * tree      output, nodes
 * node      feature or -1, threshold or leaf (float), for a split: left, right, absent-left byte
 * </pre>
 */
final class ArtifactFormat {
    static final byte[] MAGIC = "NIGHTJAR".getBytes(StandardCharsets.US_ASCII);
    static final int VERSION = 1;
    static final int DIGEST_LENGTH = 32;
    static final int HEADER_LENGTH = MAGIC.length + Integer.BYTES + Long.BYTES + DIGEST_LENGTH;
    static final byte NUMBER = 0;
    static final byte CATEGORY = 1;
    static final byte LINEAR = 0;
    static final byte TREES = 1;

    private ArtifactFormat() {}
}
