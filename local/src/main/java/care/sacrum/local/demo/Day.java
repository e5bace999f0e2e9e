package care.sacrum.local.demo;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/// One day of a patient, and what is told on it. Days are numbered as patients count them: the day of enrolment is day
/// 1.
final class Day {

    private static final long SEED = 20261122;

    /// Whoever reports of a morning has done so by this time.
    static final LocalTime MORNINGS_ARE_TOLD_BY = LocalTime.of(7, 0);

    private static final int WEEK = 7;

    private final int patient;
    private final int number;
    private final SplittableRandom chance;
    private final List<Telling> tellings = new ArrayList<>();
    private LocalDate date;
    private ZoneId zone;

    /// @param patient the demo patient's number
    /// @param number  1 on the day of enrolment
    /// @param date    at home
    Day(int patient, int number, LocalDate date, ZoneId home) {
        this.patient = patient;
        this.number = number;
        this.date = date;
        this.zone = home;
        this.chance = new SplittableRandom(SEED + 1_000L * patient + number);
    }

    int number() {
        return number;
    }

    LocalDate date() {
        return date;
    }

    ZoneId zone() {
        return zone;
    }

    List<Telling> tellings() {
        return List.copyOf(tellings);
    }

    boolean isBefore(int day) {
        return number < day;
    }

    boolean is(int day) {
        return number == day;
    }

    boolean isAfter(int day) {
        return number > day;
    }

    boolean isBetween(int first, int last) {
        return first <= number && number <= last;
    }

    /// The date of another day of the same course.
    LocalDate dateOf(int day) {
        return date.plusDays(day - number);
    }

    /// Somewhere else; the clock on the wall is that place's.
    Day in(String place) {
        zone = ZoneId.of(place);
        return this;
    }

    /// East of the date line, where yesterday's date is lived once more.
    Day acrossTheDateLine() {
        date = date.minusDays(1);
        return this;
    }

    /// Pain that comes down evenly, day by day, and then stays.
    int falling(int from, int to, int byDay) {
        var way = Math.min(1.0, (number - 1.0) / (byDay - 1.0));
        return (int) Math.round(from + (to - from) * way);
    }

    /// Five days of a week are for exercises.
    boolean isForExercises() {
        return !isForRest();
    }

    /// Each rest day follows a day of exercises, so its morning says how they were borne.
    boolean isForRest() {
        return number % WEEK == 0 || number % WEEK == 3;
    }

    /// Once a week the phone asks for red flags.
    boolean isForQuestions() {
        return number % WEEK == 1;
    }

    boolean isA(DayOfWeek... days) {
        return Arrays.asList(days).contains(date.getDayOfWeek());
    }

    boolean oneIn(int days) {
        return number % days == 0;
    }

    // What is told

    Telling morning(int pain) {
        return telling("morning_check_in", LocalTime.of(6, between(5, 40))).painNextMorning(pain);
    }

    Telling checkIn(int pain) {
        return telling("symptom_check_in", LocalTime.of(12, between(5, 55)))
                .painNow(pain)
                .in("low_back");
    }

    /// As good after it as before, or a little better.
    Telling session(int pain) {
        return session(pain, Math.max(0, pain - between(0, 1)));
    }

    /// The programme as prescribed; on some days the last stretch is left out.
    Telling session(int before, int after) {
        var session = telling("session", LocalTime.of(between(17, 19), between(0, 59)))
                .painNow(before)
                .painDuring(Math.min(10, before + between(0, 1)))
                .painAfter(after)
                .in("low_back");
        var turn = between(20, 30);
        session.exercise("pelvic-tilt", 1, between(10, 12), 5, "both")
                .exercise("lumbar-rotation", 1, 1, turn, "left")
                .exercise("lumbar-rotation", 1, 1, turn, "right");
        if (between(1, 8) > 1) {
            session.exercise("piriformis-stretch", 1, 1, 30, "left").exercise("piriformis-stretch", 1, 1, 30, "right");
        }
        return session;
    }

    /// The practice's own programme, before breakfast.
    Telling slowMoves(int pain) {
        return telling("session", LocalTime.of(6, between(5, 40)))
                .painNow(pain)
                .painAfter(pain)
                .in("low_back")
                .exercise("pelvic-tilt", 1, between(10, 12), 5, "both")
                .exercise("lumbar-rotation", 1, 1, between(20, 30), "left")
                .exercise("lumbar-rotation", 1, 1, between(20, 30), "right");
    }

    Telling telling(String kind, LocalTime at) {
        var telling = new Telling(this, id(kind), kind, at);
        tellings.add(telling);
        return telling;
    }

    private UUID id(String kind) {
        var name = "demo patient %d, day %d, %s, %d".formatted(patient, number, kind, tellings.size());
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private int between(int least, int most) {
        return chance.nextInt(least, most + 1);
    }
}
