package dev.nightjar.asl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/** "Handling errors in Step Functions workflows", developer guide. */
final class ErrorNameTest {
    @ParameterizedTest
    @CsvSource({
        "States.ALL, Own, true",
        "States.ALL, '', true",
        "States.ALL, States.Timeout, true",
        "States.ALL, States.HeartbeatTimeout, true",
        "States.ALL, States.QueryEvaluationError, true",
        "States.ALL, States.ItemReaderFailed, true",
        "States.ALL, States.DataLimitExceeded, false",
        "States.ALL, States.Runtime, false",
        "States.TaskFailed, Own, true",
        "States.TaskFailed, States.TaskFailed, true",
        "States.TaskFailed, States.Timeout, false",
        "States.TaskFailed, States.HeartbeatTimeout, false",
        "States.TaskFailed, States.DataLimitExceeded, false",
        "States.Timeout, States.HeartbeatTimeout, true",
        "States.HeartbeatTimeout, States.HeartbeatTimeout, true",
        "States.HeartbeatTimeout, States.Timeout, false",
        "States.DataLimitExceeded, States.DataLimitExceeded, true",
        "States.Runtime, States.Runtime, false",
        "Own, Own, true",
        "own, Own, false"
    })
    void matchesAsTheGuideSays(String errorEquals, String error, boolean matches) {
        assertThat(ErrorName.matches(List.of(errorEquals), error)).isEqualTo(matches);
    }
}
