/** A state machine in the cloud: its file, the rights that its states need, logs and tracing. */
@NullMarked
package dev.nightjar.cdk.machine;

import org.jspecify.annotations.NullMarked;
