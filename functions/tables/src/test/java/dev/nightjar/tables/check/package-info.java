@NullMarked
package dev.nightjar.tables.check;

import org.jspecify.annotations.NullMarked;
