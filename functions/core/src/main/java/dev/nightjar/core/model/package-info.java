/**
 * The compiled model and its scorer. A {@link dev.nightjar.core.model.CompiledModel} is read from a
 * flat artifact or made by training; it holds the fitted {@link dev.nightjar.core.model.Transform}
 * and either {@link dev.nightjar.core.model.LinearWeights} or {@link
 * dev.nightjar.core.model.BoostedTrees}. Each thread takes its own {@link
 * dev.nightjar.core.model.Scorer}.
 */
@NullMarked
package dev.nightjar.core.model;

import org.jspecify.annotations.NullMarked;
