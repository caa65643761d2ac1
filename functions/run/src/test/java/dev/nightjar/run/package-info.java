@NullMarked
package dev.nightjar.run;

import org.jspecify.annotations.NullMarked;
