/** The archives that AWS gets, as they were made: what is in them, and that it is enough. */
@NullMarked
package dev.nightjar.local.archive;

import org.jspecify.annotations.NullMarked;
