/** {@code doctor}: what a machine and an account lack for Nightjar, each with its fix. */
@NullMarked
package dev.nightjar.local.doctor;

import org.jspecify.annotations.NullMarked;
