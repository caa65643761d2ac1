/** The benchmarks, with tiny counts: what is said, never how fast it was. */
@NullMarked
package dev.nightjar.local.bench;

import org.jspecify.annotations.NullMarked;
