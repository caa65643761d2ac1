@NullMarked
package dev.nightjar.local.deploy;

import org.jspecify.annotations.NullMarked;
