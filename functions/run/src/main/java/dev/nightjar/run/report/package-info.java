/**
 * Reports: what a run did and decided, for people ({@code report.html}) and for programs ({@code
 * report.json}), from step records alone. The page needs no network and no script; its charts are
 * SVG drawn here.
 */
@NullMarked
package dev.nightjar.run.report;

import org.jspecify.annotations.NullMarked;
