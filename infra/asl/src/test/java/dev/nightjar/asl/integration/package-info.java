/** How machines run. */
@NullMarked
package dev.nightjar.asl.integration;

import org.jspecify.annotations.NullMarked;
