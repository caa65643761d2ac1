/** Tests of {@code dev.nightjar.aws.sign}. */
@NullMarked
package dev.nightjar.aws.sign;

import org.jspecify.annotations.NullMarked;
