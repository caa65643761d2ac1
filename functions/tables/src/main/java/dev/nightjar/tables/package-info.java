/**
 * Rows in: objects of CSV become checked blocks of primitive arrays. Start at {@code TableReader}.
 */
@NullMarked
package dev.nightjar.tables;

import org.jspecify.annotations.NullMarked;
