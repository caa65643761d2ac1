package dev.nightjar.run.bundle;

import static java.util.Objects.requireNonNull;

import dev.nightjar.aws.Wiring;
import dev.nightjar.core.error.BundleRefused;
import dev.nightjar.core.model.CompiledModel;
import dev.nightjar.core.night.Keys;
import dev.nightjar.core.port.TrustedKeys;
import dev.nightjar.core.store.ObjectStore;
import dev.nightjar.pipeline.json.Digests;
import dev.nightjar.pipeline.json.Json;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Loads bundles. The trusted key comes from the loader's own environment, never from the bundle;
 * signature, length and SHA-256 of every object are checked before a byte is parsed; then the
 * golden rows are scored. Safe for use by multiple threads.
 */
public final class BundleLoader {
    private final ObjectStore store;
    private final TrustedKeys keys;

    public BundleLoader(Wiring wiring) {
        this(requireNonNull(wiring, "wiring is null").store(), wiring.trustedKeys());
    }

    /** A loader from the store, that trusts these keys alone. */
    public BundleLoader(ObjectStore store, TrustedKeys keys) {
        this.store = requireNonNull(store, "store is null");
        this.keys = requireNonNull(keys, "keys is null");
    }

    /**
     * Loads a bundle.
     *
     * @throws BundleRefused when it is not whole, not signed by a trusted key, for another pipeline
     *     or version, of another format, or scores its golden rows otherwise than it did
     */
    public LoadedBundle load(String pipeline, String version) {
        String name = name(pipeline, version);
        BundleDigests digests = digests(pipeline, version);
        Map<BundleFile, byte[]> files =
                verified(pipeline, version, digests, EnumSet.allOf(BundleFile.class));
        CompiledModel model = CompiledModel.read(file(files, BundleFile.MODEL));
        GoldenRows.check(name, model, file(files, BundleFile.GOLDEN));
        Provenance provenance = Json.read(file(files, BundleFile.PROVENANCE), Provenance.class);
        return new LoadedBundle(version, model, provenance, digests);
    }

    /**
     * Loads what scoring needs of a bundle that was loaded whole before: its compiled model, proven
     * by the golden rows. Its other objects are not asked for.
     *
     * @throws BundleRefused as {@link #load} does, of what was asked for
     */
    public CompiledModel model(String pipeline, String version) {
        Map<BundleFile, byte[]> files =
                files(pipeline, version, EnumSet.of(BundleFile.MODEL, BundleFile.GOLDEN));
        CompiledModel model = CompiledModel.read(file(files, BundleFile.MODEL));
        GoldenRows.check(name(pipeline, version), model, file(files, BundleFile.GOLDEN));
        return model;
    }

    /**
     * Some of the objects of a bundle, none of them parsed.
     *
     * @throws BundleRefused when the bundle is not signed by a trusted key, is for another pipeline
     *     or version or of another format, or when one of them is absent or was changed
     */
    public Map<BundleFile, byte[]> files(String pipeline, String version, Set<BundleFile> wanted) {
        return verified(pipeline, version, digests(pipeline, version), wanted);
    }

    private static String name(String pipeline, String version) {
        return "bundle " + version + " of " + pipeline;
    }

    private BundleDigests digests(String pipeline, String version) {
        String name = name(pipeline, version);
        String prefix = Keys.bundle(pipeline, version);
        byte[] list = bytes(name, prefix + BundleFile.DIGESTS);
        SignedDigests.verify(keys, name, list, bytes(name, prefix + BundleFile.SIGNATURE));
        BundleDigests digests = Json.read(list, BundleDigests.class);
        refuseOther(name, digests, pipeline, version);
        return digests;
    }

    private static void refuseOther(
            String name, BundleDigests digests, String pipeline, String version) {
        if (digests.format() != BundleDigests.FORMAT) {
            throw new BundleRefused(
                    name
                            + " has format "
                            + digests.format()
                            + ", this server loads format "
                            + BundleDigests.FORMAT);
        }
        if (!digests.pipeline().equals(pipeline) || !digests.version().equals(version)) {
            throw new BundleRefused(
                    name
                            + " holds "
                            + digests.version()
                            + " of "
                            + digests.pipeline()
                            + " instead");
        }
    }

    private Map<BundleFile, byte[]> verified(
            String pipeline, String version, BundleDigests digests, Set<BundleFile> wanted) {
        String name = name(pipeline, version);
        String prefix = Keys.bundle(pipeline, version);
        Map<BundleFile, byte[]> files = new EnumMap<>(BundleFile.class);
        for (BundleFile file : wanted) {
            BundleDigests.FileDigest expected = digests.files().get(file.toString());
            if (expected == null) {
                throw new BundleRefused(name + ": its signed list lacks " + file);
            }
            byte[] bytes = bytes(name, prefix + file);
            String found = Digests.sha256Hex(bytes);
            if (bytes.length != expected.size() || !found.equals(expected.sha256())) {
                throw new BundleRefused(
                        name
                                + ": "
                                + file
                                + " was changed; expected SHA-256 "
                                + expected.sha256()
                                + " ("
                                + expected.size()
                                + " bytes), found "
                                + found
                                + " ("
                                + bytes.length
                                + " bytes)");
            }
            files.put(file, bytes);
        }
        return files;
    }

    private byte[] bytes(String name, String key) {
        return store.find(key)
                .orElseThrow(
                        () -> new BundleRefused(name + ": " + store.address(key) + " is missing"))
                .bytes();
    }

    private static byte[] file(Map<BundleFile, byte[]> files, BundleFile file) {
        return requireNonNull(files.get(file), "every file was verified");
    }
}
