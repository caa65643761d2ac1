package dev.nightjar.local.deploy;

import static java.util.Objects.requireNonNull;

import dev.nightjar.pipeline.json.Json;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A kind of resource that outlives its stack.
 *
 * @param remove commands for a POSIX shell, with its name in capitals
 */
record Left(String what, String why, List<String> remove) {
    private static final String BUCKET = "AWS::S3::Bucket";
    private static final String KEY = "AWS::KMS::Key";
    private static final String LOGS = "AWS::Logs::LogGroup";

    Left {
        requireNonNull(what, "what is null");
        requireNonNull(why, "why is null");
        remove = List.copyOf(remove);
    }

    /**
     * What the synthesized template retains; when there is none, what ours always does. Versions of
     * functions are not told: they go with their functions, whatever their policy.
     *
     * @param assembly the folder that the CDK app wrote to
     */
    static List<Left> of(Path assembly, String stack) {
        Path template = assembly.resolve(stack + ".template.json");
        Set<String> types =
                Files.isRegularFile(template) ? retained(template) : Set.of(BUCKET, KEY);
        List<Left> left = new ArrayList<>();
        if (types.contains(BUCKET)) {
            left.add(bucket());
        }
        if (types.contains(KEY)) {
            left.add(key());
        }
        if (types.contains(LOGS)) {
            left.add(logs());
        }
        return left;
    }

    private static Set<String> retained(Path template) {
        Set<String> types = new TreeSet<>();
        try {
            for (JsonNode resource : Json.parse(Files.readAllBytes(template)).path("Resources")) {
                if (resource.path("DeletionPolicy").asString("").startsWith("Retain")) {
                    types.add(resource.path("Type").asString(""));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + template + ": " + e.getMessage(), e);
        }
        return types;
    }

    private static Left bucket() {
        return new Left(
                "the bucket",
                "results, models, journal and records, in all their versions",
                List.of(
                        "aws s3api delete-objects --bucket BUCKET --delete \"$(aws s3api"
                                + " list-object-versions --bucket BUCKET --max-items 1000 --output"
                                + " json --query '{Quiet: `true`, Objects:"
                                + " [Versions,DeleteMarkers][].{Key:Key,VersionId:VersionId}}')\""
                                + "      (until nothing is left)",
                        "aws s3api delete-bucket --bucket BUCKET"));
    }

    private static Left key() {
        return new Left(
                "the signing key",
                "without it nobody can check the bundles that it signed",
                List.of("aws kms schedule-key-deletion --key-id KEY --pending-window-in-days 30"));
    }

    private static Left logs() {
        return new Left(
                "log groups",
                "what functions and machines said, until their retention ends",
                List.of("aws logs delete-log-group --log-group-name GROUP"));
    }
}
