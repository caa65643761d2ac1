@NullMarked
package dev.nightjar.aws.s3;

import org.jspecify.annotations.NullMarked;
