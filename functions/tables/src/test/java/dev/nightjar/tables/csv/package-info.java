@NullMarked
package dev.nightjar.tables.csv;

import org.jspecify.annotations.NullMarked;
