/** What follows a failed execution: its record, and the alarms of both machines. */
@NullMarked
package dev.nightjar.cdk.failure;

import org.jspecify.annotations.NullMarked;
