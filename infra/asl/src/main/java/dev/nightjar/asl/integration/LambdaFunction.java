package dev.nightjar.asl.integration;

import tools.jackson.databind.JsonNode;

/** The code of a Lambda function. Called on many threads at once. */
@FunctionalInterface
public interface LambdaFunction {

    /**
     * Answers one invocation.
     *
     * @throws FunctionError to fail with an error type of its own choice
     * @throws Exception any other exception fails with its class name as error type
     */
    JsonNode apply(JsonNode payload) throws Exception;
}
