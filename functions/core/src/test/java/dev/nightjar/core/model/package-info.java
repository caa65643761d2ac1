/** Tests of the compiled model, its artifact and its scorer. */
@NullMarked
package dev.nightjar.core.model;

import org.jspecify.annotations.NullMarked;
