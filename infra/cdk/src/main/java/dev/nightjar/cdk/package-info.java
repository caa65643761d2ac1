/** Nightjar on AWS: schedules, state machines, functions and the bucket as a CDK app. */
@NullMarked
package dev.nightjar.cdk;

import org.jspecify.annotations.NullMarked;
