/** Tests of the handlers' base. */
@NullMarked
package dev.nightjar.aws;

import org.jspecify.annotations.NullMarked;
