package care.sacrum.triage.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What a request is signed with, as Standard Webhooks has it. Never printed.
final class Secret {

    static final int BYTES = 32;

    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] key;

    Secret(byte[] key) {
        this.key = key.clone();
    }

    /// One that is kept, and that nobody has the key to.
    static Secret unreadable() {
        return new Secret(new byte[0]);
    }

    boolean readable() {
        return key.length > 0;
    }

    /// As its owner is shown it, once.
    String shown() {
        return PREFIX + Base64.getEncoder().encodeToString(key);
    }

    byte[] bytes() {
        return key.clone();
    }

    /// One signature of the header `webhook-signature`.
    String sign(String id, long timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
