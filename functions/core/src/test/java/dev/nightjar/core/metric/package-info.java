/** Tests of the measures. */
@NullMarked
package dev.nightjar.core.metric;

import org.jspecify.annotations.NullMarked;
