/** JSONata as AWS evaluates it, behind {@link dev.nightjar.asl.expression.Expression}. */
@NullMarked
package dev.nightjar.asl.expression;

import org.jspecify.annotations.NullMarked;
