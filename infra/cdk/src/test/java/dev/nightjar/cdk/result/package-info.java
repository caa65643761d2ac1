/** Facts about results in the template. */
@NullMarked
package dev.nightjar.cdk.result;

import org.jspecify.annotations.NullMarked;
