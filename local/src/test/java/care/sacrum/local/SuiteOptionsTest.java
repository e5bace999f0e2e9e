package care.sacrum.local;

import static org.assertj.core.api.Assertions.assertThat;

import care.sacrum.local.SuiteOptions.Asked;
import care.sacrum.local.SuiteOptions.Refused;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuiteOptionsTest {

    private static final Path HOME = Path.of("/home/of the suite");

    @Test
    void withoutAWordItIsTheDemoWithItsDataInTheCheckout() {
        assertThat(parse()).isEqualTo(new Asked(new SuiteOptions(HOME, HOME.resolve(".sacrum"), false, null, true)));
    }

    @Test
    void everyWordIsHeard() {
        assertThat(parse("--data", "/some where", "--fresh", "--issuer", "https://id.example/x", "--no-demo"))
                .isEqualTo(new Asked(new SuiteOptions(
                        HOME, Path.of("/some where"), true, URI.create("https://id.example/x"), false)));
    }

    @Test
    void anotherIssuerDoesNotKnowThePeopleOfTheDemo() {
        assertThat(parse("--issuer", "https://id.example/x"))
                .isInstanceOfSatisfying(
                        Asked.class, asked -> assertThat(asked.options().demo()).isFalse());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--no-demo",
                "--frehs",
                "--data",
                "--data --fresh",
                "--issuer",
                "--issuer sacrum",
                "--issuer ftp://id.example",
                "--issuer http://",
                "--issuer http://a|b",
                "fresh"
            })
    void whatCanNotBeMeantIsRefusedWithAReason(String words) {
        assertThat(parse(words.split(" ")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.why()).isNotBlank());
    }

    private static SuiteOptions.Parsed parse(String... words) {
        return SuiteOptions.parse(HOME, List.of(words));
    }
}
