package care.sacrum.triage.webhook;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/// Seals the secrets of webhooks with a key of the operator's, so that whoever reads the database or a backup of it
/// can sign nothing. AES-256-GCM, bound to the webhook: a secret that is moved to another row opens no more.
@Singleton
class Sealing {

    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final byte[] PURPOSE = "sacrum webhook secrets".getBytes(StandardCharsets.UTF_8);
    private static final SecureRandom RANDOM = new SecureRandom();

    /// The one that seals first; it and the others open.
    private final List<SecretKey> keys;

    private final boolean seals;

    Sealing(WebhookSettings settings) {
        seals = settings.key().isPresent();
        keys = Stream.of(settings.key(), settings.earlierKey())
                .flatMap(Optional::stream)
                .map(Sealing::derived)
                .toList();
    }

    /// Whether there is a key to seal with.
    boolean possible() {
        return seals;
    }

    byte[] seal(UUID webhook, Secret secret) {
        if (!seals) {
            throw new IllegalStateException("There is no key to seal a webhook's secret with");
        }
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            var sealed =
                    cipher(Cipher.ENCRYPT_MODE, keys.getFirst(), webhook, nonce).doFinal(secret.bytes());
            return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
                    .put(VERSION)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES-GCM", e);
        }
    }

    /// A secret that no key opens is there and can not be read.
    Secret open(UUID webhook, byte[] sealed) {
        return keys.stream()
                .flatMap(key -> opened(key, webhook, sealed).stream())
                .findFirst()
                .orElseGet(Secret::unreadable);
    }

    /// Whether the key that seals now is the one that it was sealed with.
    boolean isCurrent(UUID webhook, byte[] sealed) {
        return seals && opened(keys.getFirst(), webhook, sealed).isPresent();
    }

    private static Optional<Secret> opened(SecretKey key, UUID webhook, byte[] sealed) {
        if (sealed.length <= 1 + NONCE_BYTES || sealed[0] != VERSION) {
            return Optional.empty();
        }
        try {
            var nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE_BYTES);
            return Optional.of(new Secret(cipher(Cipher.DECRYPT_MODE, key, webhook, nonce)
                    .doFinal(sealed, 1 + NONCE_BYTES, sealed.length - 1 - NONCE_BYTES)));
        } catch (GeneralSecurityException notThisKey) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, SecretKey key, UUID webhook, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(webhook.toString().getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /// Whatever the operator's key looks like, hexadecimal or not: 256 bits of it.
    private static SecretKey derived(String key) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            "AES",
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(key.getBytes(StandardCharsets.UTF_8))
                                    .thenExpand(PURPOSE, 32));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java of this version has HKDF", e);
        }
    }
}
