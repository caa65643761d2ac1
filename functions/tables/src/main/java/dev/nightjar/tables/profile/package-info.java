/** What the rows look like: sketches of fixed size that can be merged. */
@NullMarked
package dev.nightjar.tables.profile;

import org.jspecify.annotations.NullMarked;
