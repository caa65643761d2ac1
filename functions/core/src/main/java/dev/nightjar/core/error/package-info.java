/**
 * The closed set of errors that a step may end with, and the one table that says what each means to
 * a user.
 */
@NullMarked
package dev.nightjar.core.error;

import org.jspecify.annotations.NullMarked;
