package dev.nightjar.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.stream.StreamSupport;

final class SigningKeyTest {
    private final Synthesized night = Synthesized.standard();
    private final JsonNode key = night.resources().one("AWS::KMS::Key", "KeyUsage", "SIGN_VERIFY");

    @Test
    void isOnTheCurveThatBundlesAreSignedWith() {
        assertThat(key.path("KeySpec").asString()).isEqualTo("ECC_NIST_P256");
    }

    @Test
    void isFoundByTheDeploymentsName() {
        assertThat(night.resources().all("AWS::KMS::Alias"))
                .extracting(alias -> alias.path("AliasName").asString())
                .contains("alias/nightjar-signing");
    }

    @Test
    void staysWhenTheStackGoes() {
        assertThat(night.all("AWS::KMS::Key").values())
                .filteredOn(
                        resource ->
                                resource.at("/Properties/KeyUsage")
                                        .asString()
                                        .equals("SIGN_VERIFY"))
                .extracting(resource -> resource.path("DeletionPolicy").asString())
                .containsExactly("Retain");
    }

    @Test
    void onlyTheRoleOfBuildBundleSigns() {
        assertThat(statements())
                .filteredOn(statement -> statement.path("Action").toString().contains("kms:Sign"))
                .extracting(
                        statement ->
                                Resources.spelled(
                                        statement.at("/Condition/ArnEquals/aws:PrincipalArn")))
                .containsExactly("${FunctionsBuildBundleRole.Arn}");
    }

    @Test
    void theAccountAdministersItAndSignsNothing() {
        assertThat(statements())
                .filteredOn(statement -> !statement.has("Condition"))
                .hasSize(1)
                .allSatisfy(
                        statement ->
                                assertThat(Resources.texts(statement.path("Action")))
                                        .contains("kms:PutKeyPolicy", "kms:GetPublicKey")
                                        .doesNotContain("kms:Sign", "kms:*"));
    }

    private List<JsonNode> statements() {
        return StreamSupport.stream(key.at("/KeyPolicy/Statement").spliterator(), false).toList();
    }
}
