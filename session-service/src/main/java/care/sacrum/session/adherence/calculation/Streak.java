package care.sacrum.session.adherence.calculation;

import java.util.List;

/// Days in a row on which nothing that was expected was missed; a session that was partly done keeps it up. Days on
/// which nothing was expected, and days of which it is not known yet, neither count nor break it.
///
/// @param current up to the latest day
/// @param longest of all
public record Streak(int current, int longest) {

    /// @param days in their order
    public static Streak of(List<Day> days, Standing standing) {
        int current = 0;
        int longest = 0;
        for (var day : days) {
            var figure = Figure.of(day, standing);
            if (figure.missed() > 0) {
                current = 0;
            } else if (figure.known() > 0 && figure.notYetKnown() == 0 && figure.open() == 0) {
                current++;
                longest = Math.max(longest, current);
            }
        }
        return new Streak(current, longest);
    }
}
