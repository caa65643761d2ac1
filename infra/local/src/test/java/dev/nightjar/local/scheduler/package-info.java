@NullMarked
package dev.nightjar.local.scheduler;

import org.jspecify.annotations.NullMarked;
