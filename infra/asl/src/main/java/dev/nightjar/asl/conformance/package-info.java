/**
 * Conformance cases: documents with an input, fakes for the services around them, and what AWS
 * answered. {@link dev.nightjar.asl.conformance.CaseRunner} answers a case; comparing is left to
 * the reader, and what was expected is never read.
 */
@NullMarked
package dev.nightjar.asl.conformance;

import org.jspecify.annotations.NullMarked;
