/** The commands of the command line, one class each, and the rules that all of them follow. */
@NullMarked
package dev.nightjar.local.command;

import org.jspecify.annotations.NullMarked;
