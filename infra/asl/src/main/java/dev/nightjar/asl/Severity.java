package dev.nightjar.asl;

/** How much a {@link Problem} weighs. */
public enum Severity {
    /** The document is refused. */
    ERROR,
    /** The document runs, but probably not as its author means. */
    WARNING
}
