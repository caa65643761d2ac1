@NullMarked
package dev.nightjar.local.doctor;

import org.jspecify.annotations.NullMarked;
