/**
 * Nightjar on one machine: {@link dev.nightjar.local.Nightjar} is the command line. In the order of
 * use: {@code command} reads what was typed, {@code night} runs a machine and answers what came of
 * it, {@code platform} stands in for AWS, {@code screen} shows it. {@code bench} measures.
 */
@NullMarked
package dev.nightjar.local;

import org.jspecify.annotations.NullMarked;
