package dev.nightjar.aws.localstack;

import dev.nightjar.aws.client.ClientSettings;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;

import java.util.Map;

/** Clients of LocalStack, made as ours are. */
public final class Clients {
    private Clients() {}

    /** The client of the builder. */
    public static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C of(
            B builder) {
        Map<String, String> environment = LocalStack.shared().environment();
        return ClientSettings.client(
                builder.credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create(
                                        environment.get("AWS_ACCESS_KEY_ID"),
                                        environment.get("AWS_SECRET_ACCESS_KEY")))),
                "ANY",
                environment);
    }
}
