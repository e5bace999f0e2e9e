package care.sacrum.triage.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// One symptom present in one report, seen from the whole history: whether it was new, whether a clinician knows it,
/// and what later reports left of it.
final class Sighting {
    final SymptomCode code;
    final Symptom symptom;
    final String reportId;
    final Instant observed;
    final int day;
    /// The day it began as the patient says, or [#NOT_SAID].
    final int onsetDay;
    final int sides;
    final boolean isNew;
    final boolean known;

    /// The sides that a later report denies.
    private int gone;
    /// Whether a correction took it away, and neither repeats nor denies it.
    final boolean leftOut;
    /// Whether a later report calls it assessed: as it was, or gone.
    boolean assessedSince;
    /// The place among the entries of the first that denies any of what is gone; none where nothing is.
    int deniedBy;
    /// The sides that no later report denies.
    int undenied;
    /// The sides that no later report denies, or calls assessed and unchanged.
    int open;
    /// How many later reports deny it; of both sides, as many as deny either.
    int denials;
    /// Which denial of each side was the next after it, none by its number: the same for two sightings with no denial
    /// between them.
    private int deniedLeft;

    private int deniedRight;
    private int deniedUnsaid;
    /// The spell of this complaint that it is of, a side each.
    private Spell spellLeft = Spell.NONE;

    private Spell spellRight = Spell.NONE;
    private Spell spellUnsaid = Spell.NONE;
    private List<String> keys = List.of();

    static final int NOT_SAID = Integer.MIN_VALUE;

    /// Told as new sooner than this after it was told, an attack is most likely the same.
    private static final Duration AN_ATTACK_LASTS = Duration.ofHours(1);

    Sighting(
            Symptom symptom,
            String reportId,
            Instant observed,
            int day,
            int onsetDay,
            int sides,
            boolean isNew,
            boolean known,
            boolean leftOut) {
        this.code = symptom.code();
        this.symptom = symptom;
        this.reportId = reportId;
        this.observed = observed;
        this.day = day;
        this.onsetDay = onsetDay;
        this.sides = sides;
        this.isNew = isNew;
        this.known = known;
        this.leftOut = leftOut;
    }

    void later(Later later) {
        gone = sides & Sides.completed(later.denied);
        undenied = sides & ~gone;
        open = undenied & ~Sides.completed(later.settled);
        assessedSince = (sides & ~Sides.completed(later.settled)) == 0;
        deniedBy = later.firstToDeny(gone);
        denials = later.reportsThatDeny(sides);
        deniedLeft = later.deniedLeft;
        deniedRight = later.deniedRight;
        deniedUnsaid = later.deniedUnsaid;
    }

    /// Whether it was denied since, or left out of a correction.
    boolean isTakenAway() {
        return leftOut || gone != Sides.NONE;
    }

    /// Whether nobody said that it is gone, and a correction does not say that it is there.
    boolean isLeftOut() {
        return leftOut && gone == Sides.NONE;
    }

    /// The sides on which it was denied since; all that it was told of where nobody denied it.
    int sidesGone() {
        return gone == Sides.NONE ? sides : gone;
    }

    /// The sides that it is still on, as far as anybody said; all that it was told of where it was denied since.
    int sidesLeft() {
        return undenied == Sides.NONE ? sides : undenied;
    }

    /// Whether it counts as new though nobody said since when it is there.
    boolean newForWantOfAnOnset() {
        return isNew && onsetDay == NOT_SAID && symptom.onset() != Onset.NEW;
    }

    boolean worse() {
        return symptom.changeSinceLast() == Change.WORSE;
    }

    boolean severe(double least) {
        Double severity = symptom.severity();
        return severity != null && severity >= least;
    }

    boolean belowTheKnee() {
        return symptom.extent() == Extent.BELOW_KNEE || symptom.extent() == Extent.FOOT;
    }

    boolean onlyOnWalking() {
        return symptom.onlyOnWalking();
    }

    /// Heaviness of no stated side is of both legs too.
    boolean heavyOrOfBothLegs() {
        return (sides & Sides.LEGS) == Sides.LEGS || (code == SymptomCode.LEG_HEAVINESS && sides == Sides.UNSAID);
    }

    /// A fever that was measured must be one; a fever not measured is believed.
    boolean chillsOrFever() {
        Double measured = symptom.temperatureC();
        return code == SymptomCode.CHILLS || measured == null || measured >= 38.0;
    }

    private int deniedAfter(int side) {
        return side == Sides.LEFT ? deniedLeft : side == Sides.RIGHT ? deniedRight : deniedUnsaid;
    }

    /// How long a complaint goes on, or an attack; told daily it is one.
    ///
    /// @param began the day
    /// @param nth of those that began on that day, from 1
    private record Spell(int began, int nth) {
        static final Spell NONE = new Spell(NOT_SAID, 0);

        private String key() {
            LocalDate day = LocalDate.ofEpochDay(began);
            return nth == 1 ? day.toString() : day + "/" + nth;
        }
    }

    private Spell spell(int side) {
        return side == Sides.LEFT ? spellLeft : side == Sides.RIGHT ? spellRight : spellUnsaid;
    }

    private void spell(int side, Spell of) {
        switch (side) {
            case Sides.LEFT -> spellLeft = of;
            case Sides.RIGHT -> spellRight = of;
            default -> spellUnsaid = of;
        }
    }

    /// Tells of each sighting which spell it is of. The same complaint told daily is one spell; a denial between, an
    /// onset stated after the last telling, or a "new" after a long silence begins another. So does another attack
    /// or accident, where a day lies between; an attack also where it is said to be new an hour later on one day.
    static void tellSpells(List<Sighting> oldestFirst, int newWithinDays) {
        for (int side = Sides.LEFT; side <= Sides.UNSAID; side <<= 1) {
            Sighting before = null;
            for (Sighting sighting : oldestFirst) {
                if ((sighting.sides & side) == 0) {
                    continue;
                }
                sighting.spell(
                        side,
                        before != null && sighting.continues(before, side, newWithinDays)
                                ? before.spell(side)
                                : sighting.anotherSpell(before == null ? Spell.NONE : before.spell(side)));
                before = sighting;
            }
        }
    }

    private boolean continues(Sighting before, int side, int newWithinDays) {
        boolean deniedBetween = before.deniedAfter(side) != deniedAfter(side);
        boolean statedLater = onsetDay != NOT_SAID && onsetDay > before.day;
        return !deniedBetween && !statedLater && !(onsetDay == NOT_SAID && newAgain(before, newWithinDays));
    }

    private boolean newAgain(Sighting before, int newWithinDays) {
        boolean saidNew = symptom.onset() == Onset.NEW;
        if (code.comesInAttacks() && saidNew && day == before.day) {
            return !observed.isBefore(before.observed.plus(AN_ATTACK_LASTS));
        }
        return code.canHappenAgain() ? isNew && day - before.day > 1 : saidNew && day - before.day > newWithinDays;
    }

    /// It began on the day that was stated, whoever said since that it is gone; else when it was told.
    private Spell anotherSpell(Spell before) {
        if (onsetDay != NOT_SAID) {
            return new Spell(onsetDay, 1);
        }
        return new Spell(day, before.began == day ? before.nth + 1 : 1);
    }

    /// When the complaint began: the earliest spell of the sides it is on.
    int began() {
        int began = Integer.MAX_VALUE;
        for (int side = Sides.LEFT; side <= Sides.UNSAID; side <<= 1) {
            if ((sides & side) != 0) {
                began = Math.min(began, spell(side).began);
            }
        }
        return began;
    }

    /// From here on, a complaint that was dealt with when it was less is another.
    private static final double SEVERE_FROM = 8;

    /// A fever from here on, and each degree further up, is another too.
    private static final int HIGH_FEVER = 39;

    private static final int HIGHEST_FEVER = 43;

    /// What identifies this complaint for as long as it lasts, and that it has become severe or worse: several rules
    /// ask, and it is put together once.
    List<String> keys() {
        if (keys.isEmpty()) {
            List<String> found = new ArrayList<>(2);
            for (int side = Sides.LEFT; side <= Sides.UNSAID; side <<= 1) {
                if ((sides & side) != 0) {
                    String sided = side == Sides.UNSAID ? code.word() : code.word() + ":" + Sides.word(side);
                    found.add(sided + "@" + spell(side).key());
                    if (severe(SEVERE_FROM)) {
                        found.add(sided + ":severe");
                    }
                    if (worse()) {
                        found.add(sided + ":worse:" + reportId);
                    }
                }
            }
            Double measured = symptom.temperatureC();
            for (int degrees = HIGH_FEVER;
                    measured != null && degrees <= Math.min(measured, HIGHEST_FEVER);
                    degrees++) {
                found.add(code.word() + ":" + degrees);
            }
            keys = List.copyOf(found);
        }
        return keys;
    }

    /// What later reports say of one code, gathered from the latest report backwards.
    static final class Later {
        private int denied;
        private int settled;
        private int denials;
        private int deniedLeft;
        private int deniedRight;
        private int deniedUnsaid;
        private final int[] reportsBySide = new int[Sides.ALL + 1];
        private final int[] deniedBySide = new int[Sides.ALL + 1];

        /// By one report.
        ///
        /// @param place of the report among the entries
        void denied(int sides, int place) {
            denied |= sides;
            denials++;
            for (int side = Sides.LEFT; side <= Sides.UNSAID; side <<= 1) {
                boolean denies = (Sides.completed(sides) & side) != 0;
                reportsBySide[side] += denies ? 1 : 0;
                deniedBySide[side] = denies ? place : deniedBySide[side];
            }
            deniedLeft = (sides & Sides.LEFT) != 0 ? denials : deniedLeft;
            deniedRight = (sides & Sides.RIGHT) != 0 ? denials : deniedRight;
            deniedUnsaid = (sides & Sides.UNSAID) != 0 ? denials : deniedUnsaid;
        }

        private int firstToDeny(int sides) {
            int first = Integer.MAX_VALUE;
            for (int side = Sides.LEFT; side <= Sides.UNSAID; side <<= 1) {
                first = (sides & side) == 0 ? first : Math.min(first, deniedBySide[side]);
            }
            return first;
        }

        private int reportsThatDeny(int sides) {
            int fewest = Integer.MAX_VALUE;
            for (int side = Sides.LEFT; side <= Sides.UNSAID; side <<= 1) {
                fewest = (sides & side) == 0 ? fewest : Math.min(fewest, reportsBySide[side]);
            }
            return fewest;
        }

        void settled(int sides) {
            settled |= sides;
        }
    }
}
