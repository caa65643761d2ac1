/**
 * {@code deploy} and {@code destroy}: the CDK's own command line over the CDK app at the
 * repository's root, with what a person needs to know before and afterwards.
 */
@NullMarked
package dev.nightjar.local.deploy;

import org.jspecify.annotations.NullMarked;
