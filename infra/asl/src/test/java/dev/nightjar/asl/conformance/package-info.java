/** Cases of all kinds, and texts that are none. */
@NullMarked
package dev.nightjar.asl.conformance;

import org.jspecify.annotations.NullMarked;
