/**
 * The document as records: {@link dev.nightjar.asl.parse.StateMachineParser} reads it, {@link
 * dev.nightjar.asl.parse.StateMachine} is the root.
 */
@NullMarked
package dev.nightjar.asl.parse;

import org.jspecify.annotations.NullMarked;
