/** Tests of the training machine's steps. */
@NullMarked
package dev.nightjar.training;

import org.jspecify.annotations.NullMarked;
