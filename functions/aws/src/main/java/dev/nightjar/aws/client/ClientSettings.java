package dev.nightjar.aws.client;

import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How clients of services other than S3 are set: the JDK's own HTTP client, which starts fastest;
 * standard retries, with jitter; no call that hangs.
 */
public final class ClientSettings {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration SILENCE = Duration.ofSeconds(20);
    private static final Duration CALL = Duration.ofSeconds(50);

    private ClientSettings() {}

    /**
     * The client of the builder, with the SDK's usual search for credentials where the builder has
     * none. What else the builder overrides stays.
     *
     * @param service as {@code AWS_ENDPOINT_URL_<SERVICE>} spells it, like {@code SFN}
     * @param environment of the process. {@code AWS_REGION} is the region; {@code
     *     AWS_ENDPOINT_URL_<SERVICE>} or {@code AWS_ENDPOINT_URL} names another service than
     *     Amazon's ("AWS SDKs and Tools Reference Guide", "Service-specific endpoints")
     */
    public static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
            B builder, String service, Map<String, String> environment) {
        value(environment, "AWS_REGION").ifPresent(region -> builder.region(Region.of(region)));
        Stream.of("AWS_ENDPOINT_URL_" + service, "AWS_ENDPOINT_URL")
                .flatMap(name -> value(environment, name).stream())
                .findFirst()
                .ifPresent(address -> builder.endpointOverride(URI.create(address)));
        return builder.httpClientBuilder(
                        UrlConnectionHttpClient.builder()
                                .connectionTimeout(CONNECT)
                                .socketTimeout(SILENCE))
                .overrideConfiguration(
                        builder.overrideConfiguration().toBuilder()
                                .retryStrategy(RetryMode.STANDARD)
                                .apiCallTimeout(CALL)
                                .build())
                .build();
    }

    private static Optional<String> value(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(text -> !text.isBlank());
    }
}
