@NullMarked
package dev.nightjar.tables;

import org.jspecify.annotations.NullMarked;
