/**
 * An Amazon States Language engine for the JVM, in JSONata mode.
 *
 * <p>The tour follows a document. {@link dev.nightjar.asl.parse.StateMachineParser} reads text into
 * a tree of records, {@link dev.nightjar.asl.check.Checker} says everything that AWS, or this
 * engine, would refuse, as {@link dev.nightjar.asl.Problem} values, and {@link
 * dev.nightjar.asl.run.Engine} runs it, calling the {@link dev.nightjar.asl.run.TaskHandler}s that
 * you register by resource, or those of {@link dev.nightjar.asl.integration.LocalServices}. With
 * {@link dev.nightjar.asl.journal} an execution outlives its process and can be redriven. {@link
 * dev.nightjar.asl.expression} keeps JSONata behind a small interface.
 *
 * <p>For tests: {@link dev.nightjar.asl.run.VirtualClock} lets a year pass at once, {@link
 * dev.nightjar.asl.fault} lets tasks fail on purpose, {@link dev.nightjar.asl.teststate} runs one
 * state alone, and {@link dev.nightjar.asl.conformance} answers recorded cases.
 */
@NullMarked
package dev.nightjar.asl;

import org.jspecify.annotations.NullMarked;
