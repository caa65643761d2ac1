/** Executions that are killed, resumed, redriven, and read from their journals. */
@NullMarked
package dev.nightjar.asl.journal;

import org.jspecify.annotations.NullMarked;
