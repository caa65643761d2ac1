/**
 * Where executions are written down as they go, so that another process can read them, go on with
 * them or redrive them: {@link dev.nightjar.asl.journal.JournalFolder} on disk, {@link
 * dev.nightjar.asl.journal.MemoryJournals} in memory. An engine takes either by {@code
 * Engine.builder().journals(...)}.
 *
 * <p>A journal is JSON, one record a line, only ever appended to. What one step of an execution
 * writes is one write: after a kill all of it is there or none. Each line ends with its own
 * checksum.
 */
@NullMarked
package dev.nightjar.asl.journal;

import org.jspecify.annotations.NullMarked;
