/**
 * The deployed system on LocalStack: the stack that {@code npx cdk deploy} makes at the
 * repository's root, its schedules' inputs, its machines and its functions in containers. What a
 * test needs of the world's faults it has from the network and from the data; code, template and
 * machines are what AWS gets.
 */
@NullMarked
package dev.nightjar.local.deployed;

import org.jspecify.annotations.NullMarked;
