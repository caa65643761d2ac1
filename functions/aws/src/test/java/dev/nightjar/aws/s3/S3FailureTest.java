package dev.nightjar.aws.s3;

import static dev.nightjar.aws.s3.ScriptedS3.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.core.error.Transient;
import dev.nightjar.core.store.Content;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;

/** Which failures may pass by themselves, and what the others tell a person. */
final class S3FailureTest {
    @ParameterizedTest
    @CsvSource({
        "500, InternalError",
        "503, ServiceUnavailable",
        "429, TooManyRequests",
        "400, RequestTimeout",
        "400, ThrottlingException",
        "409, OperationAborted"
    })
    void passes(int status, String code) throws IOException {
        try (ScriptedS3 s3 = new ScriptedS3(error(status, code))) {
            assertThatThrownBy(() -> s3.store().list(""))
                    .isInstanceOf(Transient.class)
                    .hasMessage(
                            "Cannot list s3://the-bucket/*: S3 answered %d %s, It says %s"
                                    .formatted(status, code, code));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, ExpiredToken",
        "403, InvalidAccessKeyId",
        "403, SignatureDoesNotMatch",
        "400, KeyTooLongError"
    })
    void stays(int status, String code) throws IOException {
        try (ScriptedS3 s3 = new ScriptedS3(error(status, code))) {
            assertThatThrownBy(() -> s3.store().list("runs/"))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessage(
                            "Cannot list s3://the-bucket/runs/*: S3 answered %d %s, It says %s"
                                    .formatted(status, code, code));
        }
    }

    @Test
    void aBucketElsewhereIsToldWithItsRegion() throws IOException {
        try (ScriptedS3 s3 =
                new ScriptedS3(
                        error(301, "PermanentRedirect", "x-amz-bucket-region", "eu-west-3"))) {
            assertThatThrownBy(() -> s3.store().find("a"))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessage(
                            "Cannot read s3://the-bucket/a: the bucket the-bucket is in eu-west-3;"
                                    + " set AWS_REGION to it");
        }
    }

    @Test
    void aForbiddenListNamesTheRight() throws IOException {
        try (ScriptedS3 s3 = new ScriptedS3(error(403, "AccessDenied"))) {
            assertThatThrownBy(() -> s3.store().list("loans/slots/"))
                    .hasMessageStartingWith(
                            "Access denied: cannot list s3://the-bucket/loans/slots/*")
                    .hasMessageEndingWith("Needed is s3:ListBucket on the bucket for this prefix");
        }
    }

    @Test
    void anAbsentBucketIsNamedByEveryVerb() throws IOException {
        String message = "there is no bucket the-bucket";
        try (ScriptedS3 s3 = new ScriptedS3(error(404, "NoSuchBucket"))) {
            S3Store store = s3.store();
            assertThatThrownBy(() -> store.list("")).hasMessageEndingWith(message);
            assertThatThrownBy(() -> store.folders("")).hasMessageEndingWith(message);
            assertThatThrownBy(() -> store.delete("a")).hasMessageEndingWith(message);
            assertThatThrownBy(() -> store.put("a", Content.of(""))).hasMessageEndingWith(message);
            assertThatThrownBy(() -> store.create("a", Content.of("")))
                    .hasMessageEndingWith(message);
            assertThatThrownBy(() -> store.replace("a", Content.of(""), "e1"))
                    .hasMessageEndingWith(message);
        }
    }

    @Test
    void nobodyAtTheAddressPasses() throws IOException {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        S3Store store =
                S3Store.at(
                        "s3://the-bucket",
                        ScriptedS3.client("http://127.0.0.1:" + port, ScriptedS3.keys()));

        assertThatThrownBy(() -> store.find("a"))
                .isInstanceOf(Transient.class)
                .hasMessageStartingWith("Cannot read s3://the-bucket/a: ");
    }

    @Test
    void silencePasses() throws IOException {
        try (ScriptedS3 s3 = new ScriptedS3(Duration.ofMillis(50), ScriptedS3.silence())) {
            assertThatThrownBy(() -> s3.store().find("a"))
                    .isInstanceOf(Transient.class)
                    .hasMessageStartingWith("Cannot read s3://the-bucket/a: ");
        }
    }

    @Test
    void missingCredentialsAreToldInASentence() {
        S3Store store =
                S3Store.at(
                        "s3://the-bucket",
                        ScriptedS3.client(
                                "http://127.0.0.1:9",
                                AwsCredentialsProviderChain.of(
                                        SystemPropertyCredentialsProvider.create())));

        assertThatThrownBy(() -> store.find("a"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage(
                        "Cannot read s3://the-bucket/a: no AWS credentials were found; sign in, or"
                                + " set AWS_PROFILE");
    }

    @Test
    void anInterruptedCallPasses() throws IOException {
        try (ScriptedS3 s3 = new ScriptedS3(ScriptedS3.object("e1", "x"))) {
            S3Store store = s3.store();
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> store.find("a"))
                    .isInstanceOf(Transient.class)
                    .hasMessage("Interrupted while trying to read s3://the-bucket/a");
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
