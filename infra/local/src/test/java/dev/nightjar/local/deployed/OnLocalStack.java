package dev.nightjar.local.deployed;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Gives a test the LocalStack of this JVM, or the deployment on it. Without Docker such tests are
 * skipped; where {@code CI} is {@code true} that is a failure.
 */
final class OnLocalStack implements ExecutionCondition, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(OnLocalStack.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<String> missing = missing();
        if (missing.isEmpty()) {
            return ConditionEvaluationResult.enabled("LocalStack can be started");
        }
        if ("true".equals(System.getenv("CI"))) {
            throw new IllegalStateException(missing.get());
        }
        return ConditionEvaluationResult.disabled(missing.get());
    }

    private static Optional<String> missing() {
        if (!Cdk.isInstalled()) {
            return Optional.of("the CDK's command line is not there: npm ci");
        }
        return Emulator.dockerAnswers() ? Optional.empty() : Optional.of("Docker does not answer");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == LocalStackWorld.class || type == Deployment.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        LocalStackWorld world =
                context.getRoot()
                        .getStore(NAMESPACE)
                        .computeIfAbsent(
                                LocalStackWorld.class, key -> opened(), LocalStackWorld.class);
        try {
            return parameter.getParameter().getType() == Deployment.class
                    ? world.deployment()
                    : world;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static LocalStackWorld opened() {
        try {
            return LocalStackWorld.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
