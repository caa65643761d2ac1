package dev.nightjar.aws.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.aws.states.DeployedExecutions;
import dev.nightjar.core.error.Transient;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.sfn.SfnClient;

import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;

class CallFailureTest {
    private static final String MACHINE = "arn:aws:states:eu-central-1:1:stateMachine:m";

    private final ScriptedService service = new ScriptedService();

    @AfterEach
    void close() {
        service.close();
    }

    private void start() {
        try (DeployedExecutions executions =
                new DeployedExecutions(service.client(SfnClient.builder()))) {
            executions.start(MACHINE, "n", "{}");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, ThrottlingException",
        "429, TooManyRequestsException",
        "500, InternalFailure",
        "503, ServiceUnavailable"
    })
    void throttlingAndFaultsOfTheServicePass(int status, String code) {
        service.refuses("StartExecution", status, code, "Rate exceeded");

        assertThatThrownBy(this::start)
                .isInstanceOf(Transient.class)
                .hasMessage(
                        "states:StartExecution of " + MACHINE + ": " + code + ", Rate exceeded");
    }

    @Test
    void aMissingRightStaysMissing() {
        service.refuses("StartExecution", 400, "AccessDeniedException", "not authorized");

        assertThatThrownBy(this::start)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageEndingWith(MACHINE + ": AccessDeniedException, not authorized");
    }

    @Test
    void aServiceThatCannotBeReachedPasses() {
        service.close();

        assertThatThrownBy(this::start).isInstanceOf(Transient.class);
    }

    @Test
    void whatTheBuilderOverridesStays() {
        service.answers("StartExecution", 200, "{\"executionArn\":\"e\"}");
        AtomicInteger heard = new AtomicInteger();
        SfnClient client =
                ClientSettings.client(
                        SfnClient.builder()
                                .credentialsProvider(AnonymousCredentialsProvider.create())
                                .overrideConfiguration(
                                        settings ->
                                                settings.addExecutionInterceptor(
                                                        new Listener(heard))),
                        "SFN",
                        service.environment());
        try (DeployedExecutions executions = new DeployedExecutions(client)) {
            executions.start(MACHINE, "n", "{}");
        }
        assertThat(heard).hasValue(1);
    }

    private record Listener(AtomicInteger heard) implements ExecutionInterceptor {
        @Override
        public void beforeExecution(Context.BeforeExecution call, ExecutionAttributes attributes) {
            heard.incrementAndGet();
        }
    }

    @Test
    void missingCredentialsAreAPersonsToMend() {
        RuntimeException failure =
                CallFailure.of(
                        "states:DescribeExecution of e",
                        SdkClientException.create("Unable to load credentials from any of ..."));
        assertThat(failure)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage(
                        "states:DescribeExecution of e: no AWS credentials were found; sign in, or"
                                + " set AWS_PROFILE");
    }

    @Test
    void theClientTriesAgainByItself() {
        service.refuses("StartExecution", 500, "InternalFailure", "once")
                .answers(
                        "StartExecution", 200, "{\"executionArn\":\"e\",\"startDate\":1795000000}");
        SfnClient client =
                ClientSettings.client(
                        SfnClient.builder()
                                .credentialsProvider(AnonymousCredentialsProvider.create()),
                        "SFN",
                        service.environment());
        try (DeployedExecutions executions = new DeployedExecutions(client)) {
            assertThat(executions.start(MACHINE, "n", "{}")).isEqualTo("e");
        }
    }
}
