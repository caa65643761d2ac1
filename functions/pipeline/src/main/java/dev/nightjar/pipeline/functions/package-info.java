/** {@code functions.yaml}: what each function of the state machines is and may do. */
@NullMarked
package dev.nightjar.pipeline.functions;

import org.jspecify.annotations.NullMarked;
