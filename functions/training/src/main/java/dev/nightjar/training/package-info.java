/** The steps of the training machine, one class a step, and their handlers. */
@NullMarked
package dev.nightjar.training;

import org.jspecify.annotations.NullMarked;
