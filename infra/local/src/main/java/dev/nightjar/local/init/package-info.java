/** The command that drafts a pipeline file from a table. */
@NullMarked
package dev.nightjar.local.init;

import org.jspecify.annotations.NullMarked;
