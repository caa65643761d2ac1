/** AWS on this machine, for the tests of every module. */
@NullMarked
package dev.nightjar.aws.localstack;

import org.jspecify.annotations.NullMarked;
