package dev.nightjar.local.deployed;

import static java.util.Objects.requireNonNull;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.startupcheck.OneShotStartupCheckStrategy;
import org.testcontainers.localstack.LocalStackContainer;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

import java.io.IOException;
import java.net.URI;
import java.util.Map;

/** A LocalStack of our own, whose functions reach S3 through a relay. */
final class Emulator implements AutoCloseable {
    private static final String IMAGE = "localstack/localstack:4.14.0";
    private static final String HOST = "host.nightjar";
    private static final String KEY = "test";

    /** Where LocalStack unpacks functions: many small files, which not every disk removes fast. */
    private static final String UNPACKED = "/tmp/lambda";

    /** Told to each function's container, so that all are found when LocalStack is gone. */
    private static final String LABEL = "nightjar.deployed";

    private final LocalStackContainer container;
    private final S3Relay relay;
    private final StuckCalls stuckCalls;

    private Emulator(LocalStackContainer container, S3Relay relay) {
        this.container = requireNonNull(container, "container is null");
        this.relay = requireNonNull(relay, "relay is null");
        this.stuckCalls = new StuckCalls(DockerClientFactory.lazyClient(), functionLabel());
    }

    static boolean dockerAnswers() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    static Emulator start() throws IOException {
        S3Relay relay = new S3Relay();
        String address = "http://" + hostAsContainersSeeIt() + ":" + relay.port();
        LocalStackContainer container = new LocalStackContainer(IMAGE);
        container
                .withEnv(
                        "LAMBDA_DOCKER_FLAGS",
                        "-e AWS_ENDPOINT_URL_S3=%s -l %s=%s"
                                .formatted(address, LABEL, DockerClientFactory.SESSION_ID))
                .withEnv("LAMBDA_RUNTIME_ENVIRONMENT_TIMEOUT", "120")
                .withTmpFs(Map.of(UNPACKED, "rw"))
                .start();
        Emulator emulator = new Emulator(container, relay);
        relay.target(emulator.endpoint());
        return emulator;
    }

    /** Numbers and no name: the SDK then puts the bucket into the path. */
    private static String hostAsContainersSeeIt() {
        try (GenericContainer<?> asked =
                new GenericContainer<>(IMAGE)
                        .withExtraHost(HOST, "host-gateway")
                        .withCreateContainerCmdModifier(command -> command.withEntrypoint("getent"))
                        .withCommand("ahostsv4", HOST)
                        .withStartupCheckStrategy(new OneShotStartupCheckStrategy())) {
            asked.start();
            return asked.getLogs().strip().split("\\s+", 2)[0];
        }
    }

    URI endpoint() {
        return container.getEndpoint();
    }

    S3Relay relay() {
        return relay;
    }

    /** What an AWS tool needs to speak to this LocalStack. */
    Map<String, String> environment() {
        return Map.of(
                "AWS_ENDPOINT_URL", endpoint().toString(),
                "AWS_ACCESS_KEY_ID", KEY,
                "AWS_SECRET_ACCESS_KEY", KEY,
                "AWS_REGION", container.getRegion(),
                "AWS_DEFAULT_REGION", container.getRegion());
    }

    /** A client of this LocalStack. */
    <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder) {
        return builder.endpointOverride(endpoint())
                .region(Region.of(container.getRegion()))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY, KEY)))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    @Override
    public void close() {
        try (relay;
                stuckCalls) {
            container.stop();
            removeFunctions();
        }
    }

    private static void removeFunctions() {
        DockerClient docker = DockerClientFactory.lazyClient();
        docker
                .listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(functionLabel())
                .exec()
                .parallelStream()
                .forEach(each -> remove(docker, each.getId()));
    }

    private static Map<String, String> functionLabel() {
        return Map.of(LABEL, DockerClientFactory.SESSION_ID);
    }

    private static void remove(DockerClient docker, String container) {
        try {
            docker.removeContainerCmd(container).withForce(true).exec();
        } catch (NotFoundException | ConflictException removed) {
            // LocalStack asked for it too, when it ended.
        }
    }
}
