package dev.nightjar.aws.account;

import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;

/** Nothing that AWS would know the caller by was found where it is looked for. */
public final class NoCredentials extends UncheckedIOException {
    @Serial private static final long serialVersionUID = 1L;

    NoCredentials(Throwable cause) {
        super("no AWS credentials were found", new IOException(cause));
    }
}
