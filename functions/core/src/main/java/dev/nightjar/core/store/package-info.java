/**
 * The port over one bucket or one folder, the keys of the store, and its two implementations here.
 */
@NullMarked
package dev.nightjar.core.store;

import org.jspecify.annotations.NullMarked;
