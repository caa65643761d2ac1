@NullMarked
package dev.nightjar.local.command;

import org.jspecify.annotations.NullMarked;
