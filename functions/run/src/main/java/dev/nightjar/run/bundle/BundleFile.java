package dev.nightjar.run.bundle;

/** The objects of a bundle, beside the list of digests and its signature. */
public enum BundleFile {
    MODEL("model.bin"),
    TRIBUO("model.tribuo"),
    SCHEMA("schema.json"),
    GOLDEN("golden.csv"),
    PROVENANCE("provenance.json"),
    EVALUATION("evaluation.json");

    /** Name of the list of digests. */
    public static final String DIGESTS = "digests.json";

    /** Name of the signature over the list of digests. */
    public static final String SIGNATURE = "signature";

    private final String name;

    BundleFile(String name) {
        this.name = name;
    }

    /** The object's name within the bundle. */
    @Override
    public String toString() {
        return name;
    }
}
