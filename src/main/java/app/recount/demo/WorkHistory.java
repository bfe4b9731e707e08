package app.recount.demo;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Months of invented work up to and including one day, by a person who works on weekdays, less at weekends, and goes on holiday. */
final class WorkHistory {

    /** Long enough for more than 200 days with activity. */
    static final int LENGTH = 226;

    private static final int HOLIDAY_BEGINS = 152;
    private static final int HOLIDAY_ENDS = 158;

    private static final List<String> TYPES = List.of(
            "discovery",
            "discovery",
            "discovery",
            "bugfix",
            "bugfix",
            "feature",
            "feature",
            "change",
            "change",
            "refactor",
            "decision");

    private final Dice dice;
    private final Phrases phrases;
    private final LocalDate firstDay;

    /** The history whose last day is {@code today}. */
    WorkHistory(Dice dice, Phrases phrases, LocalDate today) {
        this.dice = dice;
        this.phrases = phrases;
        this.firstDay = today.minusDays(LENGTH - 1);
    }

    LocalDate firstDay() {
        return firstDay;
    }

    /** All sessions, oldest first; those of the last day may lie after the present. */
    List<WorkSession> sessions() {
        return firstDay.datesUntil(firstDay.plusDays(LENGTH))
                .flatMap(this::sessionsOf)
                .toList();
    }

    private Stream<WorkSession> sessionsOf(LocalDate day) {
        var era = new Era((int) DAYS.between(firstDay, day));
        var sessions = new ArrayList<WorkSession>();
        for (int n = sessionCount(day, era); n > 0; n--) {
            sessions.add(session(day, era));
        }
        return sessions.stream();
    }

    private int sessionCount(LocalDate day, Era era) {
        if (isQuiet(day, era)) {
            return 0;
        }
        int most = isWeekend(day) ? 2 : 5;
        return Math.max(1, (int) Math.round(dice.between(1, most) * era.intensity()));
    }

    private static boolean isQuiet(LocalDate day, Era era) {
        boolean holiday = era.day() >= HOLIDAY_BEGINS && era.day() < HOLIDAY_ENDS;
        boolean sundayOff = day.getDayOfWeek() == DayOfWeek.SUNDAY && day.getDayOfMonth() <= 7 && era.day() > 7;
        return holiday || sundayOff;
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private WorkSession session(LocalDate day, Era era) {
        // early enough that even the longest session ends on its day, so that a quiet day stays quiet
        var start = day.atTime(dice.between(6, 19), dice.between(0, 59), dice.between(0, 59))
                .toInstant(ZoneOffset.UTC)
                .plusMillis(dice.between(0, 999));
        var turns = new ArrayList<WorkSession.Turn>();
        var at = start.plusSeconds(1);
        for (int n = dice.between(1, 4); n > 0; n--) {
            turns.add(turn(at, era));
            at = at.plusSeconds(dice.between(1200, 2400));
        }
        var status = dice.chance(0.06) ? "failed" : dice.chance(0.04) ? "active" : "completed";
        return new WorkSession(
                dice.uuid(),
                start,
                dice.oneOf(phrases.all("projects")),
                dice.oneOf(era.platforms()),
                status,
                era.epochUnit(),
                List.copyOf(turns));
    }

    private WorkSession.Turn turn(Instant at, Era era) {
        var notes = new ArrayList<WorkSession.Note>();
        var noteAt = at;
        for (int n = dice.between(0, 5); n > 0; n--) {
            noteAt = noteAt.plus(Duration.ofSeconds(dice.between(20, 180)));
            notes.add(note(noteAt, era));
        }
        var tokens = era.measuresDiscovery() ? OptionalInt.of(400 + dice.skewed(7_000)) : OptionalInt.empty();
        return new WorkSession.Turn(at, phrases.one("prompts", dice), tokens, dice.chance(0.8), List.copyOf(notes));
    }

    private WorkSession.Note note(Instant at, Era era) {
        var type = dice.chance(0.02) ? "security_note" : dice.oneOf(TYPES);
        var narrative = phrases.sentences(dice.between(2, 5), dice);
        return new WorkSession.Note(
                dice.uuid(),
                at,
                type,
                phrases.title(type, dice),
                phrases.one("subtitles", dice),
                narrative,
                chosen(era.textLikelihood(), narrative + " " + phrases.sentences(dice.between(1, 9), dice)),
                phrases.jsonList("facts", dice.between(1, 3), dice),
                phrases.jsonList("concepts", 2, dice),
                phrases.jsonList("files", dice.between(1, 3), dice),
                chosen(era.namesModel() ? 1 : 0, phrases.one("models", dice)),
                chosen(era.subagentLikelihood(), phrases.one("agents", dice)));
    }

    private Optional<String> chosen(double likelihood, String value) {
        return dice.chance(likelihood) ? Optional.of(value) : Optional.empty();
    }
}
