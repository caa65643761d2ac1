/**
 * One night of a pipeline: runs a machine on the platform, tells while it goes on, and answers what
 * came of it in the words of the command line's contract.
 */
@NullMarked
package dev.nightjar.local.night;

import org.jspecify.annotations.NullMarked;
