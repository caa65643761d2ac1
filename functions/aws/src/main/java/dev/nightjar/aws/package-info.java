/**
 * Where the steps meet AWS: the base of every handler and the wiring that it is given. The only
 * package that knows {@code com.amazonaws}.
 */
@NullMarked
package dev.nightjar.aws;

import org.jspecify.annotations.NullMarked;
