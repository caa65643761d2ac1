/** How machines run. */
@NullMarked
package dev.nightjar.asl.run;

import org.jspecify.annotations.NullMarked;
