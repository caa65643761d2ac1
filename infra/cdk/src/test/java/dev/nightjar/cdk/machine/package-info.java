/** Facts about the state machines in the template. */
@NullMarked
package dev.nightjar.cdk.machine;

import org.jspecify.annotations.NullMarked;
