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
                "＠a",
                "﹦1",
                "﹢1",
                "﹣1",
                "﹫a",
                "−1",
                "\u0001=1",
                "\"=1\"",
                "\tno formula",
                "\rno formula",
                "\nno formula"
            })
    void whatWouldRunAsAFormulaIsShownAsText(String name) {
        assertThat(Spreadsheet.cell(name)).startsWith("\"'").endsWith("\"");
    }

    /// Where the comma parts decimals, a spreadsheet opens a file of this name by semicolons and heeds no quotes
    /// within.
    @ParameterizedTest
    @ValueSource(strings = {"Bo;=1+1;x", "Bo;  @SUM(A1)", "Bo\t=1", "Bo\n=1+1", "Bo\r\n-1", "Bo;\"=1\""})
    void whatWouldBeginACellElsewhereIsTextThereToo(String name) {
        var cells = Spreadsheet.line(List.of("5", name, "6")).split("[;\t\r\n]");

        assertThat(cells).noneMatch(cell -> cell.matches("[\\s\"]*[=+@-].*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bo-Ann Example", "Bo + Ann", "bo@example.org", "Example; Bo", "a = b"})
    void aSignInsideANameIsLeftAlone(String name) {
        assertThat(Spreadsheet.cell(name).replace("\"", "")).isEqualTo(name);
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
