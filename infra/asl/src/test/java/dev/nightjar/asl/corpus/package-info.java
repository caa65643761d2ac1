/** What AWS answered, recorded, and run again here. */
@NullMarked
package dev.nightjar.asl.corpus;

import org.jspecify.annotations.NullMarked;
