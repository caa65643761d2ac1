/** What a pipeline will do and cost, told before it is deployed. */
@NullMarked
package dev.nightjar.local.plan;

import org.jspecify.annotations.NullMarked;
