/** The committed results as tables that Athena can query. */
@NullMarked
package dev.nightjar.cdk.result;

import org.jspecify.annotations.NullMarked;
