@NullMarked
package dev.nightjar.local.plan;

import org.jspecify.annotations.NullMarked;
