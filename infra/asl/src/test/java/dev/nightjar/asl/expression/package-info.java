/** Tests. */
@NullMarked
package dev.nightjar.asl.expression;

import org.jspecify.annotations.NullMarked;
