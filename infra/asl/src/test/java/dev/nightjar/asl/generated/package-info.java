/** Machines that chance has made, whole and broken, and many at once. */
@NullMarked
package dev.nightjar.asl.generated;

import org.jspecify.annotations.NullMarked;
