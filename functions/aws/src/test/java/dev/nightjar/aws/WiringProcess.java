package dev.nightjar.aws;

import dev.nightjar.core.port.TrustedKeys;

import java.util.Map;

/** A process as Lambda starts it: wired from its environment alone. */
final class WiringProcess {
    private WiringProcess() {}

    /**
     * Wires; with {@code use} also signs, asks and announces.
     *
     * @param words {@code start}, or {@code use}
     */
    public static void main(String[] words) {
        Wiring wiring = Environment.wiring();
        if (words[0].equals("use")) {
            TrustedKeys keys = wiring.trustedKeys();
            byte[] signature = wiring.signer().sign(new byte[] {1});
            boolean known = keys.find(wiring.signer().keyId()).isPresent();
            String state = wiring.executions().state("arn:aws:states:x").toString();
            wiring.notifications().announce("high", "FAILED", Map.of("run", "loans"));
            System.out.printf(
                    "%d %s %s %d%n",
                    signature.length > 60 ? 1 : 0, known, state, wiring.ids().nonce().length());
        }
    }
}
