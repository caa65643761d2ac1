/** Tests of learning on generated and on real tables. */
@NullMarked
package dev.nightjar.training.learn;

import org.jspecify.annotations.NullMarked;
