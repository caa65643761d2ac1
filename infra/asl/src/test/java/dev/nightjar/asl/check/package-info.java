/** Tests. */
@NullMarked
package dev.nightjar.asl.check;

import org.jspecify.annotations.NullMarked;
