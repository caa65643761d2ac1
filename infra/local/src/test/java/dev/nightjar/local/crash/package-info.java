/** Nights that are killed, and what the same command makes of them. */
@NullMarked
package dev.nightjar.local.crash;

import org.jspecify.annotations.NullMarked;
