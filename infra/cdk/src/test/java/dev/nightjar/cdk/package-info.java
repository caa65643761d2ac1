/** What holds of the deployed system, read off the synthesized template. */
@NullMarked
package dev.nightjar.cdk;

import org.jspecify.annotations.NullMarked;
