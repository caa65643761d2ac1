/** Tests of {@code dev.nightjar.aws.states}. */
@NullMarked
package dev.nightjar.aws.states;

import org.jspecify.annotations.NullMarked;
