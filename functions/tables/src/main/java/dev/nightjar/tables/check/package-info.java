/** What a cell must be: the rules of the quarantine and the grammars behind them. */
@NullMarked
package dev.nightjar.tables.check;

import org.jspecify.annotations.NullMarked;
