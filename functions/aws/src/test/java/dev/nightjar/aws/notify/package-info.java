/** Tests of {@code dev.nightjar.aws.notify}. */
@NullMarked
package dev.nightjar.aws.notify;

import org.jspecify.annotations.NullMarked;
