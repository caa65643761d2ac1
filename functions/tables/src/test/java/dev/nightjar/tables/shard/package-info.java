@NullMarked
package dev.nightjar.tables.shard;

import org.jspecify.annotations.NullMarked;
