/** Signing of bundles with a key file, and the checking of signatures. */
@NullMarked
package dev.nightjar.core.sign;

import org.jspecify.annotations.NullMarked;
