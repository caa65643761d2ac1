package dev.nightjar.cdk;

import software.amazon.awscdk.App;

/** The CDK app that {@code cdk.json} names. */
public final class NightjarApp {
    private NightjarApp() {}

    /** Writes the cloud assembly to where the CDK command line wants it. */
    public static void main(String[] arguments) {
        App app = new App();
        app.synth();
    }
}
