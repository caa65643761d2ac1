/** CSV as bytes: unpacking, splitting, limits. No text is made of a cell. */
@NullMarked
package dev.nightjar.tables.csv;

import org.jspecify.annotations.NullMarked;
