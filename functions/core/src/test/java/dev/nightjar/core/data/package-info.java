/** Where tests of all modules find data that are not part of the repository. */
@NullMarked
package dev.nightjar.core.data;

import org.jspecify.annotations.NullMarked;
