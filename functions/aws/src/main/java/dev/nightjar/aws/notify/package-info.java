/** SNS: telling people. */
@NullMarked
package dev.nightjar.aws.notify;

import org.jspecify.annotations.NullMarked;
