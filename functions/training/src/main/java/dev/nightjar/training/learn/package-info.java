/**
 * Learning, and the proof of what was learned: the only place that knows Tribuo and XGBoost. {@link
 * dev.nightjar.training.learn.TrainingRows} take the rows up, {@link
 * dev.nightjar.training.learn.Learner} trains and compiles, {@link
 * dev.nightjar.training.learn.Parity} compares the compiled model with Tribuo's own.
 */
@NullMarked
package dev.nightjar.training.learn;

import org.jspecify.annotations.NullMarked;
