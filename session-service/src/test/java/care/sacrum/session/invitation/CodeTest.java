package care.sacrum.session.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CodeTest {

    private static final long SEED = 20261124;

    @Test
    void everyBitOfTheChanceIsInTheCode() {
        var random = new Random(SEED);
        var bytes = new byte[Code.RANDOM_BYTES];
        random.nextBytes(bytes);
        var seen = new HashSet<>();
        seen.add(Code.of(bytes).text());
        for (int bit = 0; bit < bytes.length * Byte.SIZE; bit++) {
            bytes[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            assertThat(seen.add(Code.of(bytes).text())).as("bit %d", bit).isTrue();
        }
    }

    @Test
    void aCodeIsReadHoweverItIsTyped() {
        var random = new Random(SEED);
        for (int i = 0; i < 1000; i++) {
            var bytes = new byte[Code.RANDOM_BYTES];
            random.nextBytes(bytes);
            var code = Code.of(bytes);

            assertThat(code.grouped()).matches("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}");
            assertThat(Code.typed(code.grouped())).isEqualTo(code);
            assertThat(Code.typed(
                            " " + code.text().toLowerCase().replace('0', 'o').replace('1', 'l')))
                    .isEqualTo(code);
        }
    }

    @Test
    void aCodeDoesNotPrintItself() {
        assertThat(Code.typed("7K2M-0QXD-9TWB-4HRC").toString()).doesNotContain("7K2M");
        assertThat(new RedeemedCode("7K2M-0QXD-9TWB-4HRC").toString()).doesNotContain("7K2M");
    }
}
