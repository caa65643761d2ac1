/** Both machines, each task under every fault. */
@NullMarked
package dev.nightjar.local.fault;

import org.jspecify.annotations.NullMarked;
