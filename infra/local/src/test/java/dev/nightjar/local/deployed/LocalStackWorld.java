package dev.nightjar.local.deployed;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.cloudformation.CloudFormationClient;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * The one LocalStack of all tests here, bootstrapped; and the stack that they share, deployed when
 * the first asks for it.
 */
final class LocalStackWorld implements AutoCloseable {
    private static final String NAME = "nightjar";

    private final Path folder;
    private final Emulator emulator;
    private final Cdk cdk;
    private final NightData data;
    private final Path assembly;
    private @Nullable Deployment deployment;

    private LocalStackWorld(Path folder, Emulator emulator)
            throws IOException, InterruptedException {
        this.folder = requireNonNull(folder, "folder is null");
        this.emulator = requireNonNull(emulator, "emulator is null");
        this.cdk = new Cdk(folder, emulator.environment());
        this.data = NightData.in(folder());
        this.assembly = cdk.bootstrap(StackSettings.of(NAME, data.pipelines()));
    }

    static LocalStackWorld open() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("nightjar");
        Emulator emulator = Emulator.start();
        try {
            return new LocalStackWorld(folder, emulator);
        } catch (IOException | InterruptedException | AssertionError failure) {
            emulator.close();
            throw failure;
        }
    }

    /** A new folder below the one that is removed at the end. */
    Path folder() {
        try {
            return Files.createTempDirectory(folder, "test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Emulator emulator() {
        return emulator;
    }

    Cdk cdk() {
        return cdk;
    }

    /** The deployment that the nights of all tests share. */
    synchronized Deployment deployment() throws IOException, InterruptedException {
        if (deployment == null) {
            cdk.deploy(assembly);
            CloudFormationClient stacks = emulator.client(CloudFormationClient.builder());
            deployment = new Deployment(emulator, DeployedStack.read(stacks, "Nightjar"), data);
        }
        return deployment;
    }

    @Override
    public void close() throws IOException {
        try {
            emulator.close();
        } finally {
            removeFolder();
        }
    }

    private void removeFolder() throws IOException {
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path visited, @Nullable IOException failure) throws IOException {
                        Files.delete(visited);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
