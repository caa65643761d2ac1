/** Tests of {@code dev.nightjar.aws.client}. */
@NullMarked
package dev.nightjar.aws.client;

import org.jspecify.annotations.NullMarked;
