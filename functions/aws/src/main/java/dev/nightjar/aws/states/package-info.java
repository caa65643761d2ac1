/** Step Functions: how executions stand, what happened in them, starting and redriving them. */
@NullMarked
package dev.nightjar.aws.states;

import org.jspecify.annotations.NullMarked;
