/** What all clients of AWS have in common: how they are set, and what their failures mean. */
@NullMarked
package dev.nightjar.aws.client;

import org.jspecify.annotations.NullMarked;
