/**
 * Metrics and gates: what is measured of a model, and the conditions under which it may serve. A
 * gate is read by {@link dev.nightjar.core.gate.Gate#parse}, when the pipeline file is checked and
 * when a model is judged, by the same code.
 */
@NullMarked
package dev.nightjar.core.gate;

import org.jspecify.annotations.NullMarked;
