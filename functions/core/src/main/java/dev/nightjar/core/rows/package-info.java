/** Rows as column blocks of primitive arrays. */
@NullMarked
package dev.nightjar.core.rows;

import org.jspecify.annotations.NullMarked;
