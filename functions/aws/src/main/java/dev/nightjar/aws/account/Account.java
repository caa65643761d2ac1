package dev.nightjar.aws.account;

import dev.nightjar.aws.client.ClientSettings;
import dev.nightjar.aws.s3.S3Clients;
import dev.nightjar.aws.s3.S3Store;
import dev.nightjar.aws.sign.KmsTrustedKeys;
import dev.nightjar.aws.states.DeployedExecutions;
import dev.nightjar.core.port.TrustedKeys;
import dev.nightjar.core.store.ObjectStore;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileProperty;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.SfnClientBuilder;
import software.amazon.awssdk.utils.SdkAutoCloseable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

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

    /**
     * The account of the environment, which is the process's.
     *
     * @param environment {@code AWS_REGION} or, as the command line of AWS reads it, {@code
     *     AWS_DEFAULT_REGION} names the region; without them the profile does
     */
    public static Account of(Map<String, String> environment) {
        Map<String, String> known = new HashMap<>(environment);
        region(environment).ifPresent(region -> known.put("AWS_REGION", region));
        return new Account(known);
    }

    private static Optional<String> region(Map<String, String> environment) {
        return Stream.of("AWS_REGION", "AWS_DEFAULT_REGION")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(region -> !region.isBlank())
                .findFirst()
                .or(() -> ofProfile(environment.get("AWS_PROFILE")));
    }

    private static Optional<String> ofProfile(@Nullable String profile) {
        try {
            ProfileFile file = ProfileFile.defaultProfileFile();
            return file.profile(profile == null || profile.isBlank() ? "default" : profile)
                    .flatMap(found -> found.property(ProfileProperty.REGION));
        } catch (SdkClientException | IllegalArgumentException unreadable) {
            throw new UncheckedIOException(
                    "the profiles of AWS cannot be read: " + unreadable.getMessage(),
                    new IOException(unreadable));
        }
    }

    /** The region, when the environment or the profile names one. */
    public Optional<String> region() {
        return Optional.ofNullable(environment.get("AWS_REGION"));
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
        SfnClientBuilder builder =
                SfnClient.builder()
                        .overrideConfiguration(
                                settings ->
                                        settings.addExecutionInterceptor(new RefusalIsFailure()));
        return new DeployedExecutions(made(() -> client("SFN", builder)));
    }

    /**
     * The public halves of KMS keys.
     *
     * @param trusted ARNs, or aliases like {@code alias/nightjar-signing}
     */
    public TrustedKeys trustedKeys(List<String> trusted) {
        return new KmsTrustedKeys(made(() -> client("KMS", KmsClient.builder())), trusted);
    }

    S3Client s3() {
        return S3Clients.builder(environment).credentialsProvider(credentials()).build();
    }

    /**
     * A client of this account.
     *
     * @param service as {@code AWS_ENDPOINT_URL_<SERVICE>} spells it
     */
    <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
            String service, B builder) {
        return ClientSettings.client(
                builder.credentialsProvider(credentials()), service, environment);
    }

    /** Keys in the environment come first, as everywhere; all else is the SDK's search. */
    private AwsCredentialsProvider credentials() {
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
        if (region().isEmpty()) {
            String sentence = "no AWS region is set; set AWS_REGION, or 'region' in the profile";
            throw new UncheckedIOException(sentence, new IOException(sentence));
        }
        C made = client.get();
        clients.push(made);
        return made;
    }

    @Override
    public void close() {
        while (!clients.isEmpty()) {
            clients.pop().close();
        }
    }
}
