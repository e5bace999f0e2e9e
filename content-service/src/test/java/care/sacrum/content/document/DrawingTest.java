package care.sacrum.content.document;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrawingTest {

    private static final String ROOT = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">";

    private final Validator validator =
            Validation.buildDefaultValidatorFactory().getValidator();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<path d=\"M1 1.5 L-2,3 Z\" fill=\"#1f6f78\" stroke-width=\"2\"/>",
                "<g transform=\"translate(9 0) scale(-1 1)\"><circle cx=\"1\" cy=\"1\" r=\"1\"/> </g>"
            })
    void shapesAreTaken(String inside) {
        assertThat(accepted(ROOT + inside + "</svg>")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<style>*{background:url(//elsewhere)}</style>",
                "<a href=\"https://elsewhere\"><path d=\"M1 1\"/></a>",
                "<image href=\"https://elsewhere/x.png\"/>",
                "<use href=\"#x\"/>",
                "<foreignObject/>",
                "<animate attributeName=\"href\"/>",
                "<path d=\"M1 1\" onclick=\"alert(1)\"/>",
                "<path d=\"M1 1\" style=\"fill:red\"/>",
                "<path d=\"M1 1\" fill=\"url(#x)\"/>",
                "<path d=\"M1 1\" fill=\"URL(#x)\"/>",
                "<path d=\"M1 1\" fill=\"javascript:alert(1)\"/>",
                "<path d=\"M1 1\" xmlns:x=\"http://www.w3.org/1999/xlink\" x:href=\"#x\"/>",
                "<svg:path xmlns:svg=\"http://www.w3.org/1999/xhtml\" d=\"M1 1\"/>",
                "<svg viewBox=\"0 0 1 1\"/>",
                "<!-- a comment -->",
                "<![CDATA[text]]>",
                "text",
                "&#60;",
                "<?x y?>",
                "<path>"
            })
    void anythingElseIsRefused(String inside) {
        assertThat(accepted(ROOT + inside + "</svg>")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "svg",
                "<svg viewBox=\"0 0 9 9\"/>",
                "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
                "<path xmlns=\"http://www.w3.org/2000/svg\" d=\"M1 1\"/>",
                "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                        + "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"/>"
            })
    void whatIsNoDrawingIsRefused(String text) {
        assertThat(accepted(text)).isFalse();
    }

    @Test
    void aDrawingIsNeitherTooLongNorTooDeep() {
        assertThat(accepted(ROOT + " ".repeat(20_000) + "</svg>")).isFalse();
        assertThat(accepted(ROOT + "<g>".repeat(9) + "</g>".repeat(9) + "</svg>"))
                .isTrue();
        assertThat(accepted(ROOT + "<g>".repeat(10) + "</g>".repeat(10) + "</svg>"))
                .isFalse();
    }

    private boolean accepted(String svg) {
        return validator
                .validate(new Exercise.Image("What it shows", svg, null))
                .isEmpty();
    }
}
