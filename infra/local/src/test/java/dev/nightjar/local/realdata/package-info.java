/** Whole nights over real and hostile tables, through the command line alone. */
@NullMarked
package dev.nightjar.local.realdata;

import org.jspecify.annotations.NullMarked;
