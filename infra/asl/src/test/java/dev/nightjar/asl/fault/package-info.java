/** Faults on purpose happen where and when they were asked for. */
@NullMarked
package dev.nightjar.asl.fault;

import org.jspecify.annotations.NullMarked;
