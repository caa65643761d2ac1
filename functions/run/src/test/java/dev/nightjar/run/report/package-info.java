/** Reports, tested on records as the steps leave them. */
@NullMarked
package dev.nightjar.run.report;

import org.jspecify.annotations.NullMarked;
