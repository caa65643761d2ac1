/** Facts about failures in the template. */
@NullMarked
package dev.nightjar.cdk.failure;

import org.jspecify.annotations.NullMarked;
