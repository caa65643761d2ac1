/** What a person needs after a deployment, as outputs of the stack. */
@NullMarked
package dev.nightjar.cdk.guide;

import org.jspecify.annotations.NullMarked;
