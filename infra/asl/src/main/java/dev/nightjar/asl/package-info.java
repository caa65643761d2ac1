/**
 * An Amazon States Language engine for the JVM, in JSONata mode.
 *
 * <p>The tour follows a document. {@link dev.nightjar.asl.parse.StateMachineParser} reads text into
 * a tree of records, {@link dev.nightjar.asl.check.Checker} says everything that AWS, or this
 * engine, would refuse, as {@link dev.nightjar.asl.Problem} values, and {@link
 * dev.nightjar.asl.run.Engine} runs it, calling the {@link dev.nightjar.asl.run.TaskHandler}s that
 * you register by resource. {@link dev.nightjar.asl.expression} keeps JSONata behind a small
 * interface.
 */
@NullMarked
package dev.nightjar.asl;

import org.jspecify.annotations.NullMarked;
