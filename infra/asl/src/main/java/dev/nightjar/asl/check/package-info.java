/** What AWS and this engine would refuse: {@link dev.nightjar.asl.check.Checker}. */
@NullMarked
package dev.nightjar.asl.check;

import org.jspecify.annotations.NullMarked;
