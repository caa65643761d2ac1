package dev.nightjar.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;

import dev.nightjar.core.error.DataUnfit;
import dev.nightjar.core.night.StepRequest;
import dev.nightjar.pipeline.json.Json;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class StepFunctionTest {
    private static final byte[] REQUEST =
            """
            {"run":"loans-20261102T0300Z-s01","item":5,
             "task":{"state":"ScoreShard","execution":"e","retry":2,"redrive":0}}
            """
                    .getBytes(UTF_8);

    private final Invocation invocation = new Invocation();
    private final ByteArrayOutputStream answer = new ByteArrayOutputStream();

    private static final class Echo extends StepFunction<StepRequest, Map<String, Integer>> {
        Echo() {
            super(StepRequest.class, request -> Map.of("item", request.requireItem()));
        }
    }

    private static final class Refusal extends StepFunction<StepRequest, Void> {
        Refusal() {
            super(
                    StepRequest.class,
                    request -> {
                        throw new DataUnfit("torn");
                    });
        }
    }

    private void invoke(StepFunction<?, ?> function) throws IOException {
        function.handleRequest(new ByteArrayInputStream(REQUEST), answer, invocation);
    }

    @Test
    void answersJson() throws IOException {
        invoke(new Echo());
        assertThat(answer.toString(UTF_8)).isEqualTo("{\"item\":5}");
    }

    @Test
    void writesOneLineOfJsonAsItIs() throws IOException {
        invoke(new Echo());
        assertThat(invocation.texts).isEmpty();
        assertThat(invocation.lines).hasSize(1);
        assertThat(invocation.lines.getFirst()).endsWith("}\n");
    }

    @Test
    void theLineIsFoundByRunStepShardAndCall() throws IOException {
        invoke(new Echo());
        JsonNode line = Json.parse(invocation.lines.getFirst());
        assertThat(line.path("run").asString()).isEqualTo("loans-20261102T0300Z-s01");
        assertThat(line.path("step").asString()).isEqualTo("ScoreShard");
        assertThat(line.path("shard").asInt()).isEqualTo(5);
        assertThat(line.path("requestId").asString()).isEqualTo("request-1");
    }

    @Test
    void aFailureLeavesUnderItsOwnName() {
        assertThatThrownBy(() -> invoke(new Refusal())).isInstanceOf(DataUnfit.class);
    }

    @Test
    void aFailureIsALineToo() {
        assertThatThrownBy(() -> invoke(new Refusal())).isInstanceOf(DataUnfit.class);
        JsonNode line = Json.parse(invocation.lines.getFirst());
        assertThat(line.path("level").asString()).isEqualTo("ERROR");
        assertThat(line.path("error").asString()).isEqualTo("DataUnfit");
        assertThat(line.path("cause").asString()).isEqualTo("torn");
    }

    /** What Lambda gives a handler. */
    private static final class Invocation implements Context, LambdaLogger {
        private final List<String> texts = new ArrayList<>();
        private final List<String> lines = new ArrayList<>();

        @Override
        public void log(String message) {
            texts.add(message);
        }

        @Override
        public void log(byte[] message) {
            lines.add(new String(message, UTF_8));
        }

        @Override
        public LambdaLogger getLogger() {
            return this;
        }

        @Override
        public String getAwsRequestId() {
            return "request-1";
        }

        @Override
        public String getLogGroupName() {
            return "group";
        }

        @Override
        public String getLogStreamName() {
            return "stream";
        }

        @Override
        public String getFunctionName() {
            return "function";
        }

        @Override
        public String getFunctionVersion() {
            return "1";
        }

        @Override
        public String getInvokedFunctionArn() {
            return "arn";
        }

        @Override
        public CognitoIdentity getIdentity() {
            throw new UnsupportedOperationException("nobody signs in");
        }

        @Override
        public ClientContext getClientContext() {
            throw new UnsupportedOperationException("nobody signs in");
        }

        @Override
        public int getRemainingTimeInMillis() {
            return 1_000;
        }

        @Override
        public int getMemoryLimitInMB() {
            return 512;
        }
    }
}
