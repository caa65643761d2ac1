/**
 * The steps of the scoring machine, one class a step, and their handlers. Nothing here or below
 * knows a trainer.
 */
@NullMarked
package dev.nightjar.scoring;

import org.jspecify.annotations.NullMarked;
