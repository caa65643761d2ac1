/**
 * What a slot reads: windows resolved to partitions, partitions to patterns of keys, and the
 * instant by which its results are due. JDK only, because the scoring archive ships it.
 */
@NullMarked
package dev.nightjar.pipeline.window;

import org.jspecify.annotations.NullMarked;
