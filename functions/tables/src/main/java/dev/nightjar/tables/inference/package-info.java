/** A guess at format and columns of an unknown file. */
@NullMarked
package dev.nightjar.tables.inference;

import org.jspecify.annotations.NullMarked;
