package dev.nightjar.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.s3.S3Client;

import java.util.Map;

final class S3ClientsTest {
    @Test
    void anotherS3IsAskedWithTheBucketInThePath() {
        try (S3Client client =
                S3Clients.of(
                        Map.of(
                                "AWS_REGION",
                                "eu-west-3",
                                "AWS_ENDPOINT_URL",
                                "http://s3.here:1"))) {
            assertThat(address(client)).isEqualTo("http://s3.here:1/the-bucket/a");
        }
    }

    @Test
    void theAddressOfS3AloneGoesFirst() {
        Map<String, String> environment =
                Map.of(
                        "AWS_REGION", "eu-west-3",
                        "AWS_ENDPOINT_URL", "http://all.here:1",
                        "AWS_ENDPOINT_URL_S3", "http://s3.here:1");
        try (S3Client client = S3Clients.of(environment)) {
            assertThat(address(client)).startsWith("http://s3.here:1/");
        }
    }

    @Test
    void amazonIsAskedInTheRegion() {
        try (S3Client client = S3Clients.of(Map.of("AWS_REGION", "eu-west-3"))) {
            assertThat(address(client))
                    .isEqualTo("https://the-bucket.s3.eu-west-3.amazonaws.com/a");
        }
    }

    private static String address(S3Client client) {
        return client.utilities()
                .getUrl(request -> request.bucket("the-bucket").key("a"))
                .toString();
    }
}
