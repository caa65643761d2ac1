/**
 * Faults on purpose, to see a machine's Retry and Catch at work before the night they are needed.
 *
 * <p>A small file says what goes wrong, at which task, and at which attempt:
 *
 * <pre>{@code
 * {"faults": [
 *   {"state": "Charge", "attempt": 1, "fault": "fail-after",
 *    "error": "Lambda.ServiceException", "cause": "the answer was lost"},
 *   {"state": "Ship", "item": 3, "retry": 0, "fault": "answer-late", "seconds": 900},
 *   {"state": "Notify", "fault": "answer-twice"}
 * ]}
 * }</pre>
 *
 * <p>{@link dev.nightjar.asl.fault.FaultFile} reads it, {@link dev.nightjar.asl.fault.FaultyTasks}
 * puts it around every handler of an engine, and says at the end what happened:
 *
 * <pre>{@code
 * FaultyTasks faults = new FaultyTasks(FaultFile.read(text).faultsOrThrow());
 * Engine engine = Engine.builder().around(faults)....build();
 * ...
 * assertThat(faults.neverFired()).isEmpty();
 * }</pre>
 *
 * <p>A fault without {@code attempt} and {@code retry} happens at every call. Delays pass in the
 * engine's time: on a {@link dev.nightjar.asl.run.VirtualClock} at once.
 */
@NullMarked
package dev.nightjar.asl.fault;

import org.jspecify.annotations.NullMarked;
