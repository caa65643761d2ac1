/** What the two service levels look like: a topic, a dead-letter queue and an alarm each. */
@NullMarked
package dev.nightjar.cdk.level;

import org.jspecify.annotations.NullMarked;
