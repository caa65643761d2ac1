@NullMarked
package dev.nightjar.local.platform;

import org.jspecify.annotations.NullMarked;
