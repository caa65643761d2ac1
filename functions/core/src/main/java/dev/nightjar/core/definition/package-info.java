/** The checked pipeline file as records, with every default written out. */
@NullMarked
package dev.nightjar.core.definition;

import org.jspecify.annotations.NullMarked;
