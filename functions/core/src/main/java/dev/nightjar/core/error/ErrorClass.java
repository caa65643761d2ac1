package dev.nightjar.core.error;

/** Whom a failure asks to act: the owner of the data, of the model, or of the system. */
public enum ErrorClass {
    DATA("DATA"),
    MODEL_QUALITY("MODEL-QUALITY"),
    SYSTEM("SYSTEM");

    private final String text;

    ErrorClass(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
