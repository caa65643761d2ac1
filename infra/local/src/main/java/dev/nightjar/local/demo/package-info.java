/**
 * Three weeks of a lender's nights: made-up loan applications whose true risk is known, and the
 * command that trains and scores on them.
 */
@NullMarked
package dev.nightjar.local.demo;

import org.jspecify.annotations.NullMarked;
