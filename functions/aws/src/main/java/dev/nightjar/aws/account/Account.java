package dev.nightjar.aws.account;

import static java.util.Objects.requireNonNull;

import dev.nightjar.aws.client.ClientSettings;
import dev.nightjar.aws.s3.S3Clients;
import dev.nightjar.aws.s3.S3Store;
import dev.nightjar.aws.sign.KmsTrustedKeys;
import dev.nightjar.aws.states.DeployedExecutions;
import dev.nightjar.core.port.TrustedKeys;
import dev.nightjar.core.store.ObjectStore;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The account that a person's environment names: credentials and region are looked for where AWS's
 * own tools look. Asks nothing before something is asked of what it gives. Close it when done. Not
 * safe for use by multiple threads; what it gives is.
 *
 * <p>Everything here throws {@link UncheckedIOException} with a sentence for people when the
 * account cannot be asked.
 */
public final class Account implements AutoCloseable {
    private final Map<String, String> environment;
    private final Deque<SdkAutoCloseable> clients = new ArrayDeque<>();

    private Account(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** The account of the environment. */
    public static Account of(Map<String, String> environment) {
        return new Account(environment);
    }

    /**
     * A store in S3.
     *
     * @param address {@code s3://BUCKET[/PREFIX]}
     * @throws IllegalArgumentException when it is no such address
     */
    public ObjectStore store(String address) {
        return S3Store.at(address, made(this::s3));
    }

    /** The executions of the region. That they may not be looked at is a failure here. */
    public DeployedExecutions executions() {
        return new DeployedExecutions(
                made(
                        () ->
                                ClientSettings.client(
                                        SfnClient.builder()
                                                .credentialsProvider(credentials())
                                                .overrideConfiguration(
                                                        settings ->
                                                                settings.addExecutionInterceptor(
                                                                        new RefusalIsFailure())),
                                        "SFN",
                                        environment)));
    }

    /**
     * The public halves of KMS keys.
     *
     * @param trusted ARNs, or aliases like {@code alias/nightjar-signing}
     */
    public TrustedKeys trustedKeys(List<String> trusted) {
        return new KmsTrustedKeys(
                made(
                        () ->
                                ClientSettings.client(
                                        KmsClient.builder().credentialsProvider(credentials()),
                                        "KMS",
                                        environment)),
                trusted);
    }

    private S3Client s3() {
        return S3Clients.builder(environment).credentialsProvider(credentials()).build();
    }

    /** Keys in the environment come first, as everywhere; all else is the SDK's search. */
    AwsCredentialsProvider credentials() {
        String id = environment.getOrDefault("AWS_ACCESS_KEY_ID", "");
        String secret = environment.getOrDefault("AWS_SECRET_ACCESS_KEY", "");
        String token = environment.getOrDefault("AWS_SESSION_TOKEN", "");
        if (id.isBlank() || secret.isBlank()) {
            return DefaultCredentialsProvider.builder().build();
        }
        return StaticCredentialsProvider.create(
                token.isBlank()
                        ? AwsBasicCredentials.create(id, secret)
                        : AwsSessionCredentials.create(id, secret, token));
    }

    /** A client that is closed with the account. */
    <C extends SdkAutoCloseable> C made(Supplier<C> client) {
        try {
            C made = client.get();
            clients.push(made);
            return made;
        } catch (SdkClientException unset) {
            throw unset(unset);
        }
    }

    private static UncheckedIOException unset(SdkClientException problem) {
        String said = requireNonNull(problem.getMessage());
        String sentence =
                said.startsWith("Unable to load region")
                        ? "no AWS region is set; set AWS_REGION, or 'region' in the profile"
                        : "AWS cannot be asked: " + said;
        return new UncheckedIOException(sentence, new IOException(problem));
    }

    @Override
    public void close() {
        while (!clients.isEmpty()) {
            clients.pop().close();
        }
    }
}
