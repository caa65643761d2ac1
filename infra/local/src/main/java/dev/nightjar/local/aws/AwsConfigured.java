package dev.nightjar.local.aws;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Whether anything on this machine says that AWS is to be asked. What a machine of AWS is given
 * without a word here, like the role of an instance, is not seen.
 */
public final class AwsConfigured {
    private static final List<String> VARIABLES =
            List.of(
                    "AWS_ACCESS_KEY_ID",
                    "AWS_PROFILE",
                    "AWS_WEB_IDENTITY_TOKEN_FILE",
                    "AWS_CONTAINER_CREDENTIALS_FULL_URI",
                    "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI");

    /** What to do where nothing is. */
    public static final String FIX =
            "aws sso login, aws login or aws configure; or set AWS_PROFILE";

    private AwsConfigured() {}

    /** By its variables, or files where AWS's tools keep profiles. */
    public static boolean is(Map<String, String> environment) {
        if (VARIABLES.stream().anyMatch(name -> isSet(environment, name))) {
            return true;
        }
        String home = environment.getOrDefault("HOME", "");
        return isFile(environment.getOrDefault("AWS_CONFIG_FILE", home + "/.aws/config"))
                || isFile(
                        environment.getOrDefault(
                                "AWS_SHARED_CREDENTIALS_FILE", home + "/.aws/credentials"));
    }

    private static boolean isSet(Map<String, String> environment, String name) {
        return !environment.getOrDefault(name, "").isBlank();
    }

    private static boolean isFile(String path) {
        return Files.isRegularFile(Path.of(path));
    }
}
