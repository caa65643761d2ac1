package dev.nightjar.run.bundle;

import static java.util.Objects.requireNonNull;

import dev.nightjar.aws.Wiring;
import dev.nightjar.core.night.Keys;
import dev.nightjar.core.port.Signer;
import dev.nightjar.core.store.Content;
import dev.nightjar.core.store.ObjectStore;
import dev.nightjar.core.store.StoredObject;
import dev.nightjar.pipeline.json.CanonicalJson;
import dev.nightjar.pipeline.json.Digests;

import java.util.Map;
import java.util.TreeMap;

/**
 * Writes bundles. Every object is created once; digests and signature are taken of what stands, not
 * of what was sent, so that two writers of one bundle end with one bundle. Safe for use by multiple
 * threads.
 */
public final class BundleWriter {
    private final ObjectStore store;
    private final Signer signer;

    public BundleWriter(Wiring wiring) {
        this.store = requireNonNull(wiring, "wiring is null").store();
        this.signer = wiring.signer();
    }

    /**
     * What stands.
     *
     * @param digestsSha256 of the list of digests
     * @param bytes of all objects
     */
    public record Written(String digestsSha256, long bytes) {}

    /** Writes the bundle, object by object, the signature last. */
    public Written write(String pipeline, String version, Map<BundleFile, byte[]> files) {
        String prefix = Keys.bundle(pipeline, version);
        TreeMap<String, BundleDigests.FileDigest> digests = new TreeMap<>();
        long bytes = 0;
        for (BundleFile file : BundleFile.values()) {
            byte[] content = requireNonNull(files.get(file), () -> file + " is missing");
            byte[] standing = create(prefix + file, content);
            digests.put(
                    file.toString(),
                    new BundleDigests.FileDigest(standing.length, Digests.sha256Hex(standing)));
            bytes += standing.length;
        }
        BundleDigests list = new BundleDigests(BundleDigests.FORMAT, pipeline, version, digests);
        byte[] standing = create(prefix + BundleFile.DIGESTS, CanonicalJson.bytes(list));
        byte[] signature =
                create(prefix + BundleFile.SIGNATURE, SignedDigests.sign(signer, standing));
        return new Written(Digests.sha256Hex(standing), bytes + standing.length + signature.length);
    }

    private byte[] create(String key, byte[] content) {
        store.create(key, Content.of(content));
        return store.find(key)
                .map(StoredObject::bytes)
                .orElseThrow(() -> new IllegalStateException(key + " was deleted"));
    }
}
