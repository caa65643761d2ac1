/** Tests. */
@NullMarked
package dev.nightjar.asl.parse;

import org.jspecify.annotations.NullMarked;
