/** Tests of what the scoring steps share. */
@NullMarked
package dev.nightjar.scoring;

import org.jspecify.annotations.NullMarked;
