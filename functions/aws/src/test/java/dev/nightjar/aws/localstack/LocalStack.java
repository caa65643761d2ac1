package dev.nightjar.aws.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nightjar.aws.s3.S3Clients;

import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.s3.S3Client;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * LocalStack in a container, one for all tests of a JVM, started by the first of them and stopped
 * when the JVM ends. Safe for use by multiple threads.
 */
public final class LocalStack {
    private static final DockerImageName IMAGE =
            DockerImageName.parse("localstack/localstack:4.14.0");
    private static final int SECONDS_TO_STOP = 20;

    private static @Nullable LocalStack started;

    private final LocalStackContainer container;
    private final S3Client s3;
    private final AtomicInteger buckets = new AtomicInteger();

    private LocalStack(LocalStackContainer container) {
        this.container = container;
        this.s3 =
                S3Clients.builder(environment())
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create(
                                                container.getAccessKey(),
                                                container.getSecretKey())))
                        .build();
    }

    /** The one of this JVM. Without Docker the test is skipped, with {@code CI=true} it fails. */
    public static synchronized LocalStack shared() {
        LocalStack ready = started;
        if (ready == null) {
            requireDocker();
            LocalStackContainer container = new LocalStackContainer(IMAGE);
            container.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(container)));
            ready = new LocalStack(container);
            started = ready;
        }
        return ready;
    }

    /** What a process needs to take this for AWS: address, region and credentials. */
    public Map<String, String> environment() {
        return Map.of(
                "AWS_ENDPOINT_URL", container.getEndpoint().toString(),
                "AWS_REGION", container.getRegion(),
                "AWS_ACCESS_KEY_ID", container.getAccessKey(),
                "AWS_SECRET_ACCESS_KEY", container.getSecretKey());
    }

    /** The client of its S3, made as ours is. */
    public S3Client s3() {
        return s3;
    }

    /** The name of a fresh, empty bucket. */
    public String newBucket() {
        String name = "bucket-" + buckets.incrementAndGet();
        s3.createBucket(request -> request.bucket(name));
        return name;
    }

    private static void requireDocker() {
        boolean available = DockerClientFactory.instance().isDockerAvailable();
        if ("true".equals(System.getenv("CI"))) {
            assertThat(available)
                    .as("Docker is not there, and with CI=true LocalStack must run")
                    .isTrue();
        }
        assumeTrue(available, "Docker is not there: what needs LocalStack is skipped");
    }

    /** By its own shutdown, in which it takes away the containers of its functions. */
    private static void stop(LocalStackContainer container) {
        container
                .getDockerClient()
                .stopContainerCmd(container.getContainerId())
                .withTimeout(SECONDS_TO_STOP)
                .exec();
        container.stop();
    }
}
