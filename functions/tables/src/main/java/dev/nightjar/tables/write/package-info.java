/** Rows out: snapshots, results, quarantine. */
@NullMarked
package dev.nightjar.tables.write;

import org.jspecify.annotations.NullMarked;
