package dev.nightjar.asl.teststate;

/** How much a test answers ("Using inspection levels in TestState API", developer guide). */
public enum InspectionLevel {
    /** The end only. */
    INFO,
    /** Also what each field of the state gave. */
    DEBUG,
    /** As DEBUG; on AWS also the request and response of an HTTP Task. */
    TRACE
}
