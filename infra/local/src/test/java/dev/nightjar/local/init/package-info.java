/** Facts about drafted pipeline files. */
@NullMarked
package dev.nightjar.local.init;

import org.jspecify.annotations.NullMarked;
