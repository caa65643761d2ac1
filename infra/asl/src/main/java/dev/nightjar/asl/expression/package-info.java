/**
 * JSONata as AWS evaluates it, behind {@link dev.nightjar.asl.expression.Expression}.
 *
 * <p>The parser and the walk through the tree are those of a library; {@code
 * com.dashjoin.jsonata.OpenJsonata} opens its seams. What values, operators and functions do is
 * written here, at the level of JSONata 2.0.6, with the functions that Step Functions adds. {@link
 * dev.nightjar.asl.expression.StatesFields} tells what an expression may refer to.
 */
@NullMarked
package dev.nightjar.asl.expression;

import org.jspecify.annotations.NullMarked;
