package care.sacrum.session.adherence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://example.org\")",
                "+1+1",
                "-2+3",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "  =1",
                "\u00A0=1",
                "\u200B=1",
                "＝1",
                "＋1",
                "－1",
                "＠a"
            })
    void whatWouldRunAsAFormulaIsShownAsText(String name) {
        assertThat(Spreadsheet.cell(name)).startsWith("\"'").endsWith("\"");
    }

    @Test
    void ordinaryNamesStayAsTheyAre() {
        assertThat(Spreadsheet.line(List.of("Bo Example", "5", "Zoë", ""))).isEqualTo("Bo Example,5,Zoë,\r\n");
    }

    @Test
    void aSeparatorAndAQuoteInANameStayInTheirCell() {
        assertThat(Spreadsheet.line(List.of("Example, Bo", "Bo \"the back\" Example", "two\nlines")))
                .isEqualTo("\"Example, Bo\",\"Bo \"\"the back\"\" Example\",\"two\nlines\"\r\n");
    }
}
