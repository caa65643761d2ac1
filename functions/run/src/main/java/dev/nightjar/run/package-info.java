/**
 * What both machines share: claiming a slot, keeping records, taking over what an earlier attempt
 * made, moving the pointer, recording failures and reporting.
 */
@NullMarked
package dev.nightjar.run;

import org.jspecify.annotations.NullMarked;
