/**
 * What runs on AWS, looked at from here: a store in S3 and the executions of Step Functions that
 * work on it. The entry is {@link dev.nightjar.local.deployed.DeployedPlatform}.
 */
@NullMarked
package dev.nightjar.local.deployed;

import org.jspecify.annotations.NullMarked;
