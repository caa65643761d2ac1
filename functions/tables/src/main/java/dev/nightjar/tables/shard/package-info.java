/** Objects cut at row borders, and the cuts read again. */
@NullMarked
package dev.nightjar.tables.shard;

import org.jspecify.annotations.NullMarked;
