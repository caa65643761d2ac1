/** The store in a bucket: S3 behind the ports of {@code dev.nightjar.core.store}. */
@NullMarked
package dev.nightjar.aws.s3;

import org.jspecify.annotations.NullMarked;
