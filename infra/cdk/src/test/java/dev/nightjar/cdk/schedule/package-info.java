/** Facts about schedules in the template. */
@NullMarked
package dev.nightjar.cdk.schedule;

import org.jspecify.annotations.NullMarked;
