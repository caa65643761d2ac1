/** Facts about guides in the template. */
@NullMarked
package dev.nightjar.cdk.guide;

import org.jspecify.annotations.NullMarked;
