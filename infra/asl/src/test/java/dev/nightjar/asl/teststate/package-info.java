/** States tested alone. */
@NullMarked
package dev.nightjar.asl.teststate;

import org.jspecify.annotations.NullMarked;
