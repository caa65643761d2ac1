@NullMarked
package dev.nightjar.local.night;

import org.jspecify.annotations.NullMarked;
