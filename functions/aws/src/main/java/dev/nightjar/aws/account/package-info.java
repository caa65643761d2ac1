/**
 * An AWS account as a person's machine reaches it: what is deployed there, looked at and gone on
 * with. Nothing here runs in a function.
 */
@NullMarked
package dev.nightjar.aws.account;

import org.jspecify.annotations.NullMarked;
