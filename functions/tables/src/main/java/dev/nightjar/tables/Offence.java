package dev.nightjar.tables;

import dev.nightjar.tables.check.Rule;

/**
 * Why a row is kept out.
 *
 * @param column the offending column, or empty when the row as a whole offends
 * @param value the cell as found, or what was counted
 */
record Offence(Rule rule, String column, String value) {}
