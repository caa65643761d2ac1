@NullMarked
package dev.nightjar.local.aws;

import org.jspecify.annotations.NullMarked;
