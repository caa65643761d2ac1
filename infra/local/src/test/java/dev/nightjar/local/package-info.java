@NullMarked
package dev.nightjar.local;

import org.jspecify.annotations.NullMarked;
