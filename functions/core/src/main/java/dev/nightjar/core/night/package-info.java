/**
 * The words of one night as records: slot, attempt, run, claim, snapshot, shard, receipt, verdict,
 * pointer, journal, ledger.
 */
@NullMarked
package dev.nightjar.core.night;

import org.jspecify.annotations.NullMarked;
