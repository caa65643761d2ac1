package dev.nightjar.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What each function may do, right by right: {@code function-rights.txt}. */
final class FunctionRolesTest {
    private final Resources resources = Synthesized.standard().resources();

    @Test
    void mayDoWhatIsListedAndNothingElse() throws IOException {
        String rights = rights();
        Path actual = Files.writeString(Path.of("target/function-rights.txt"), rights);

        assertThat(rights)
                .as("rights of the template, all of them in " + actual)
                .isEqualTo(listed());
    }

    @Test
    void areOneAFunction() {
        assertThat(resources.all("AWS::Lambda::Function"))
                .extracting(function -> Resources.spelled(function.path("Role")))
                .doesNotHaveDuplicates();
    }

    @Test
    void areTakenByLambdaAlone() {
        assertThat(resources.all("AWS::Lambda::Function"))
                .extracting(function -> resources.referred(function.path("Role")))
                .extracting(role -> role.at("/Properties/AssumeRolePolicyDocument/Statement"))
                .extracting(JsonNode::toString)
                .containsOnly(
                        "[{\"Action\":\"sts:AssumeRole\",\"Effect\":\"Allow\","
                                + "\"Principal\":{\"Service\":\"lambda.amazonaws.com\"}}]");
    }

    @Test
    void haveNoPolicyOfTheAccount() {
        assertThat(resources.all("AWS::Lambda::Function"))
                .extracting(function -> resources.referred(function.path("Role")))
                .allSatisfy(
                        role ->
                                assertThat(role.path("Properties").propertyNames())
                                        .doesNotContain("ManagedPolicyArns", "Policies"));
    }

    /** One line a right, those of a function below its name. */
    private String rights() {
        List<String> lines = new ArrayList<>();
        for (JsonNode policy : resources.all("AWS::IAM::Policy")) {
            String role = Resources.spelled(policy.path("Roles").get(0));
            if (role.startsWith("${Functions")) {
                lines.add(role.replaceAll("^\\$\\{Functions|Role}$", ""));
                policy.at("/PolicyDocument/Statement")
                        .forEach(statement -> lines.addAll(lines(statement)));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static List<String> lines(JsonNode statement) {
        String effect = statement.path("Effect").asString().equals("Deny") ? "never " : "";
        String actions = effect + String.join(" ", Resources.texts(statement.path("Action")));
        JsonNode prefixes = statement.at("/Condition/StringLike/s3:prefix");
        if (!prefixes.isMissingNode()) {
            String bucket = Resources.spelled(statement.path("Resource"));
            return Resources.texts(prefixes).stream()
                    .map(prefix -> "  " + actions + " " + bucket + " prefix " + prefix)
                    .toList();
        }
        return Resources.texts(statement.path("Resource")).stream()
                .map(resource -> "  " + actions + " " + resource + condition(statement))
                .toList();
    }

    private static String condition(JsonNode statement) {
        return Stream.of("s3:if-none-match", "s3:if-match")
                .filter(key -> statement.at("/Condition/Null/" + key).asString("").equals("false"))
                .findFirst()
                .map(key -> " with " + key)
                .orElseGet(() -> statement.has("Condition") ? " ?" : "");
    }

    private static String listed() {
        try (InputStream in = FunctionRolesTest.class.getResourceAsStream("function-rights.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .replaceFirst("(?s)^(#.*?\n)+", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
