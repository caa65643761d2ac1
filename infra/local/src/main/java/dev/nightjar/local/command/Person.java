package dev.nightjar.local.command;

/** Who types. */
final class Person {
    private Person() {}

    /** As the operating system knows them. */
    static String name() {
        return System.getProperty("user.name", "a person");
    }
}
