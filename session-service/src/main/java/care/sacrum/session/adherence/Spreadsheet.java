package care.sacrum.session.adherence;

import care.sacrum.session.adherence.Overview.Row;
import care.sacrum.session.adherence.OverviewView.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// An overview as comma-separated values that a spreadsheet shows and never runs.
///
/// RFC 4180 with a byte order mark, without which spreadsheets take names for Latin-1. What would begin a formula is
/// shown as text by an apostrophe before it: at the beginning of a cell, behind blanks as well, in the wide and small
/// forms of the signs, and wherever a spreadsheet that parts cells by semicolons, tabs or lines would see a beginning.
final class Spreadsheet {

    static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final String END_OF_LINE = "\r\n";
    private static final Pattern FORMULA =
            Pattern.compile("(^|[;\\t\\r\\n])(?=[\\s\\p{Z}\\p{C}\"']*[=+\\-@＝＋－＠﹦﹢﹣﹫−])|^(?=[\\t\\r\\n])");
    private static final Pattern TO_QUOTE = Pattern.compile(".*[\",\\r\\n;\\t'].*", Pattern.DOTALL);

    private Spreadsheet() {}

    static String heading() {
        return line(List.of(
                "patientId",
                "name",
                "status",
                "clinician",
                "asOf",
                "percent7Days",
                "expected7Days",
                "done7Days",
                "partial7Days",
                "missed7Days",
                "notYetKnown7Days",
                "extra7Days",
                "excusedDays7Days",
                "pausedDays7Days",
                "percent30Days",
                "expected30Days",
                "done30Days",
                "partial30Days",
                "missed30Days",
                "notYetKnown30Days",
                "extra30Days",
                "excusedDays30Days",
                "pausedDays30Days",
                "trend",
                "lastReportOn",
                "lastSyncedOn",
                "silentDays",
                "silent"));
    }

    static String line(Row row) {
        var cells = new ArrayList<String>();
        var figures = row.figures();
        cells.add(figures.patientId().toString());
        cells.add(text(row.name()));
        cells.add(figures.status());
        cells.add(text(row.clinician()));
        cells.add(text(figures.asOf()));
        addStretch(cells, figures.sevenDays());
        addStretch(cells, figures.thirtyDays());
        cells.add(figures.trend());
        cells.add(text(figures.lastReportOn()));
        cells.add(text(figures.lastSyncedOn()));
        cells.add(text(figures.silentDays()));
        cells.add(Boolean.toString(figures.silent()));
        return line(cells);
    }

    private static void addStretch(List<String> cells, Stretch stretch) {
        cells.add(text(stretch.percent()));
        for (int number : new int[] {
            stretch.expected(),
            stretch.done(),
            stretch.partial(),
            stretch.missed(),
            stretch.notYetKnown(),
            stretch.extra(),
            stretch.excusedDays(),
            stretch.pausedDays()
        }) {
            cells.add(Integer.toString(number));
        }
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    static String line(List<String> cells) {
        return cells.stream().map(Spreadsheet::cell).collect(Collectors.joining(",", "", END_OF_LINE));
    }

    static String cell(String text) {
        var shown = FORMULA.matcher(text).replaceAll("$1'");
        return TO_QUOTE.matcher(shown).matches() ? "\"" + shown.replace("\"", "\"\"") + "\"" : shown;
    }
}
