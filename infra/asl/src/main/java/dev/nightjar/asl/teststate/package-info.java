/**
 * One state alone, as TestState of AWS makes it ("Testing state machines with TestState API",
 * developer guide): {@link dev.nightjar.asl.teststate.StateTest} takes what the API takes and
 * answers what the API answers. A state is run by the engine itself.
 */
@NullMarked
package dev.nightjar.asl.teststate;

import org.jspecify.annotations.NullMarked;
