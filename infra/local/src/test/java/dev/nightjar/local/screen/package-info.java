@NullMarked
package dev.nightjar.local.screen;

import org.jspecify.annotations.NullMarked;
