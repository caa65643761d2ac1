/**
 * The bundle: all that is needed to score and to prove it. What is written is proven from what
 * stands; what is loaded is verified before a byte of it is parsed.
 */
@NullMarked
package dev.nightjar.run.bundle;

import org.jspecify.annotations.NullMarked;
