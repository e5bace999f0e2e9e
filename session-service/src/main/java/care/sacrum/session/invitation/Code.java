package care.sacrum.session.invitation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/// A code of an invitation, as 16 letters and digits that are hard to confuse.
///
/// 80 bits nobody can guess, so its plain hash is safe at rest, and can be looked up.
record Code(String text) {

    static final int RANDOM_BYTES = 10;

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BITS_A_LETTER = 5;
    private static final int LETTERS_A_GROUP = 4;

    /// @param random [#RANDOM_BYTES] of them
    static Code of(byte[] random) {
        var text = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte each : random) {
            bits = bits << Byte.SIZE | Byte.toUnsignedInt(each);
            held += Byte.SIZE;
            while (held >= BITS_A_LETTER) {
                held -= BITS_A_LETTER;
                text.append(LETTERS.charAt(bits >> held & LETTERS.length() - 1));
            }
            bits &= (1 << held) - 1;
        }
        return new Code(text.toString());
    }

    /// What somebody typed: case, spaces and hyphens mean nothing, and a letter that looks like a digit is that digit.
    static Code typed(String text) {
        return new Code(text.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1'));
    }

    /// In groups that can be read aloud.
    String grouped() {
        return text.replaceAll("(.{" + LETTERS_A_GROUP + "})(?!$)", "$1-");
    }

    byte[] hash() {
        return hash(text);
    }

    static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /// Never the code: it is a secret until it is redeemed.
    @Override
    public String toString() {
        return "Code";
    }
}
