/**
 * Stand-ins for the services that machines use most, so that a test registers a function, a topic
 * or an object in one line: {@link dev.nightjar.asl.integration.LocalServices}. Results and errors
 * have the shapes that Step Functions gives ("Integrating optimized services", developer guide).
 */
@NullMarked
package dev.nightjar.asl.integration;

import org.jspecify.annotations.NullMarked;
