package dev.nightjar.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class S3AddressTest {
    @ParameterizedTest
    @CsvSource({
        "s3://bucket, bucket, ''",
        "s3://bucket/, bucket, ''",
        "s3://bucket/a, bucket, a/",
        "s3://bucket/a/, bucket, a/",
        "s3://my.bucket-1/data/loans/, my.bucket-1, data/loans/"
    })
    void namesABucketAndAPrefix(String text, String bucket, String prefix) {
        assertThat(S3Address.parse(text)).isEqualTo(new S3Address(bucket, prefix));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "bucket/a           | 'bucket/a' is no S3 address; write s3://BUCKET or"
                        + " s3://BUCKET/PREFIX",
                "s3://              | 's3://' names no bucket: '' cannot be one",
                "s3:///a            | 's3:///a' names no bucket: '' cannot be one",
                "s3://Bucket        | 's3://Bucket' names no bucket: 'Bucket' cannot be one",
                "s3://bucket/a//b   | 's3://bucket/a//b' is no S3 address: The key 'a//b' has an"
                        + " empty segment",
                "s3://bucket//      | 's3://bucket//' is no S3 address: The key is empty",
                "s3://b--use1-az4--x-s3/a | 's3://b--use1-az4--x-s3/a' is a directory bucket, which"
                        + " lists its keys in no order; use a general purpose bucket",
            })
    void saysWhyATextIsNoAddress(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> S3Address.parse(text))
                .withMessage(message);
    }

    @Test
    void aKeyIsKnownToTheBucketWithThePrefix() {
        S3Address address = S3Address.parse("s3://bucket/a/b");

        assertThat(address.keyInBucket("c")).isEqualTo("a/b/c");
        assertThat(address.key("a/b/c")).isEqualTo("c");
        assertThat(address.of("c")).isEqualTo("s3://bucket/a/b/c");
    }
}
