@NullMarked
package dev.nightjar.tables.inference;

import org.jspecify.annotations.NullMarked;
