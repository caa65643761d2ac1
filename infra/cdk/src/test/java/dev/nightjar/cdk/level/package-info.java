/** Facts about levels in the template. */
@NullMarked
package dev.nightjar.cdk.level;

import org.jspecify.annotations.NullMarked;
