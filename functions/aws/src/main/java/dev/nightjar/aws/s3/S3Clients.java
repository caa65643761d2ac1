package dev.nightjar.aws.s3;

import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.S3Exception;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Makes the one client of S3 that a process needs. */
public final class S3Clients {
    private static final int MOST_ATTEMPTS = 6;
    private static final int CONFLICT = 409;
    private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(30);

    private S3Clients() {}

    /**
     * A client with the SDK's usual search for credentials and region, which tries six times with
     * growing, random pauses; also after a 409, which S3 gives when two conditional writes meet.
     * Safe for use by multiple threads; close it, or keep it as long as the process.
     *
     * @param environment of the process. {@code AWS_REGION} is the region; {@code
     *     AWS_ENDPOINT_URL_S3} or {@code AWS_ENDPOINT_URL} names another S3 than Amazon's, which is
     *     asked with the bucket in the path.
     * @throws IllegalStateException when no region is set anywhere
     */
    public static S3Client of(Map<String, String> environment) {
        try {
            return builder(environment).build();
        } catch (SdkClientException e) {
            if (String.valueOf(e.getMessage()).startsWith("Unable to load region")) {
                throw new IllegalStateException(
                        "No AWS region is set: set AWS_REGION, or a region in the AWS profile", e);
            }
            throw e;
        }
    }

    /** The same, still open for other settings, such as credentials. */
    public static S3ClientBuilder builder(Map<String, String> environment) {
        return builder(environment, UnaryOperator.identity());
    }

    /** The same with other retries: a test takes the pauses out. */
    static S3ClientBuilder builder(
            Map<String, String> environment, UnaryOperator<StandardRetryStrategy.Builder> retries) {
        StandardRetryStrategy strategy = retries.apply(retries()).build();
        S3ClientBuilder builder =
                S3Client.builder()
                        .httpClientBuilder(
                                UrlConnectionHttpClient.builder()
                                        .connectionTimeout(CONNECTION_TIMEOUT)
                                        .socketTimeout(SOCKET_TIMEOUT))
                        .overrideConfiguration(settings -> settings.retryStrategy(strategy))
                        // A write sends a SHA-256 of its own and a read asks for what is stored, so
                        // the SDK's automatic checksums are off.
                        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                        .serviceConfiguration(settings -> settings.chunkedEncodingEnabled(false));
        Optional.ofNullable(environment.get("AWS_REGION"))
                .ifPresent(region -> builder.region(Region.of(region)));
        endpoint(environment)
                .ifPresent(address -> builder.endpointOverride(address).forcePathStyle(true));
        return builder;
    }

    private static StandardRetryStrategy.Builder retries() {
        return AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(MOST_ATTEMPTS)
                .retryOnException(
                        e -> e instanceof S3Exception answer && answer.statusCode() == CONFLICT);
    }

    private static Optional<URI> endpoint(Map<String, String> environment) {
        return Stream.of("AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(address -> !address.isBlank())
                .findFirst()
                .map(URI::create);
    }
}
