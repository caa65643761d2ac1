/** KMS: signing with a key that nobody can take away, and fetching public keys. */
@NullMarked
package dev.nightjar.aws.sign;

import org.jspecify.annotations.NullMarked;
