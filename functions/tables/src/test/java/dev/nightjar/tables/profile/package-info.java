@NullMarked
package dev.nightjar.tables.profile;

import org.jspecify.annotations.NullMarked;
