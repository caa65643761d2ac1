package dev.nightjar.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.stream.StreamSupport;

final class StoreBucketTest {
    private final Resources resources = Synthesized.standard().resources();
    private final JsonNode bucket = resources.all("AWS::S3::Bucket").getFirst();

    @Test
    void isTheOnlyBucket() {
        assertThat(resources.all("AWS::S3::Bucket")).hasSize(1);
    }

    @Test
    void keepsWhatIsOverwritten() {
        assertThat(bucket.at("/VersioningConfiguration/Status").asString()).isEqualTo("Enabled");
    }

    @Test
    void encryptsWithS3sOwnKey() {
        assertThat(
                        bucket.at(
                                        "/BucketEncryption/ServerSideEncryptionConfiguration/0/ServerSideEncryptionByDefault/SSEAlgorithm")
                                .asString())
                .isEqualTo("AES256");
    }

    @Test
    void isNeverPublic() {
        assertThat(bucket.path("PublicAccessBlockConfiguration").toString())
                .isEqualTo(
                        "{\"BlockPublicAcls\":true,\"BlockPublicPolicy\":true,"
                                + "\"IgnorePublicAcls\":true,\"RestrictPublicBuckets\":true}");
    }

    @Test
    void ownsEveryObjectInIt() {
        assertThat(bucket.at("/OwnershipControls/Rules/0/ObjectOwnership").asString())
                .isEqualTo("BucketOwnerEnforced");
    }

    @Test
    void expiresUnfinishedUploadsAndOverwrittenVersionsAndNothingElse() {
        assertThat(bucket.at("/LifecycleConfiguration/Rules").toString())
                .isEqualTo(
                        "[{\"AbortIncompleteMultipartUpload\":{\"DaysAfterInitiation\":1},"
                                + "\"Id\":\"AbortUnfinishedUploads\",\"Status\":\"Enabled\"},"
                                + "{\"Id\":\"ExpireNoncurrentVersions\","
                                + "\"NoncurrentVersionExpiration\":{\"NoncurrentDays\":30},"
                                + "\"Status\":\"Enabled\"}]");
    }

    @Test
    void staysWhenTheStackGoes() {
        assertThat(Synthesized.standard().removals("AWS::S3::Bucket")).containsOnly("Retain");
    }

    @Test
    void refusesRequestsWithoutTls() {
        assertThat(conditions())
                .contains("Deny s3:* {\"Bool\":{\"aws:SecureTransport\":\"false\"}}");
    }

    @Test
    void refusesOldVersionsOfTls() {
        assertThat(conditions())
                .contains("Deny s3:* {\"NumericLessThan\":{\"s3:TlsVersion\":1.2}}");
    }

    @Test
    void refusesToWriteGuardedKeysWithoutACondition() {
        assertThat(conditions())
                .contains(
                        "Deny s3:PutObject"
                                + " {\"Null\":{\"s3:if-match\":\"true\",\"s3:if-none-match\":\"true\"}}");
    }

    @Test
    void guardsTheKeysThatEverythingDependsOn() {
        JsonNode guarded =
                statements().stream()
                        .filter(statement -> statement.has("Sid"))
                        .findFirst()
                        .orElseThrow();

        assertThat(Resources.texts(guarded.path("Resource")))
                .containsExactlyElementsOf(
                        GuardedKeys.PATTERNS.stream()
                                .map(pattern -> "${StoreBucket.Arn}/" + pattern)
                                .toList());
    }

    @Test
    void grantsNothingByItsOwnPolicy() {
        assertThat(statements())
                .extracting(statement -> statement.path("Effect").asString())
                .containsOnly("Deny");
    }

    private List<String> conditions() {
        return statements().stream()
                .map(
                        statement ->
                                statement.path("Effect").asString()
                                        + " "
                                        + Resources.spelled(statement.path("Action"))
                                        + " "
                                        + statement.path("Condition"))
                .toList();
    }

    private List<JsonNode> statements() {
        JsonNode policy = resources.all("AWS::S3::BucketPolicy").getFirst();
        return StreamSupport.stream(policy.at("/PolicyDocument/Statement").spliterator(), false)
                .toList();
    }
}
