/** Facts about the demo. */
@NullMarked
package dev.nightjar.local.demo;

import org.jspecify.annotations.NullMarked;
