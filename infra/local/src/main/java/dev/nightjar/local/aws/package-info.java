/**
 * What runs on AWS, looked at from here: a store in S3 and the executions of Step Functions that
 * work on it. The entry is {@link dev.nightjar.local.aws.DeployedPlatform}.
 */
@NullMarked
package dev.nightjar.local.aws;

import org.jspecify.annotations.NullMarked;
