/** The rules of the protocol over the store, each with a test that breaks without it. */
@NullMarked
package dev.nightjar.local.protocol;

import org.jspecify.annotations.NullMarked;
