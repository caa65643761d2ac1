/** When the machines start by themselves: EventBridge schedules and what they send. */
@NullMarked
package dev.nightjar.cdk.schedule;

import org.jspecify.annotations.NullMarked;
