package dev.nightjar.asl.teststate;

/** How strictly a mocked result is held against the service's API ("MockInput", API reference). */
public enum FieldValidationMode {
    /** All required fields are there, and all fields that the API has are as it has them. */
    STRICT,
    /** All fields that the API has are as it has them. */
    PRESENT,
    /** Anything. */
    NONE
}
