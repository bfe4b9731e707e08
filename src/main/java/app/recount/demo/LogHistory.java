package app.recount.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The conversations of the weeks before a day, as the three tools would have left them on the disk: Claude Code forgets after thirty
 * days, Codex compresses after seven, and Amp has nothing new.
 */
final class LogHistory {

    /** Where the invented user keeps the projects. */
    static final String WORK = "/home/robin/code/";

    private static final List<String> CLAUDE_MODELS = List.of(
            "claude-sonnet-4-5-20250929",
            "claude-sonnet-4-5-20250929",
            "claude-sonnet-4-5-20250929",
            "claude-opus-4-5-20251101",
            "claude-haiku-4-5-20251001");
    private static final List<String> CODEX_MODELS = List.of("gpt-5-codex", "gpt-5.2-codex");
    private static final String AMP_MODEL = "claude-sonnet-4-5-20250929";
    private static final Path CODEX_ARCHIVE = Path.of(".codex", "archived_sessions");
    private static final int CODEX_COMPRESSES = 7;

    private final Dice dice;
    private final Phrases phrases;
    private final LocalDate today;

    LogHistory(Dice dice, Phrases phrases, LocalDate today) {
        this.dice = dice;
        this.phrases = phrases;
        this.today = today;
    }

    /** All logs; nothing in them is of today, so that the time of the day makes no difference. */
    List<PastLog> logs() {
        return Stream.of(claude(), codex(), amp()).flatMap(List::stream).toList();
    }

    private List<PastLog> claude() {
        var logs = new PastLogs();
        for (int day = 1; day <= 27; day += dice.between(1, 3)) {
            var conversation = claude(dice.uuid(), project());
            logs.write(List.of(conversation.summary()), morning(day));
            logs.write(turns(conversation, dice.between(3, 16)), start(day));
        }
        resumed(logs);
        return logs.all();
    }

    /** Taken up again the next day: the second log begins with everything that stands in the first. */
    private void resumed(PastLogs logs) {
        var session = dice.uuid();
        var project = project();
        var first = claude(session, project);
        var end = logs.write(turns(first, 6), start(4));
        var again = dice.uuid();
        var second = claude(again, project);
        logs.copy(first.log(), session, second.log(), again, end);
        logs.write(turns(second, 5), start(3));
    }

    private ClaudeConversation claude(UUID session, String project) {
        return new ClaudeConversation(dice, phrases, session, project, dice.oneOf(CLAUDE_MODELS));
    }

    private List<LogStep> turns(ClaudeConversation conversation, int count) {
        return Stream.generate(conversation::turn)
                .limit(count)
                .flatMap(List::stream)
                .toList();
    }

    private List<PastLog> codex() {
        var all = new ArrayList<PastLog>();
        for (int day = 2; day <= 38; day += dice.between(4, 7)) {
            var logs = new PastLogs();
            var start = start(day);
            var conversation = new CodexConversation(dice, phrases, start, project(), dice.oneOf(CODEX_MODELS));
            logs.write(conversation.opening(), start);
            logs.write(
                    Stream.generate(conversation::turn)
                            .limit(dice.between(3, 14))
                            .flatMap(List::stream)
                            .toList(),
                    start);
            var log = logs.all().getFirst();
            all.add(day <= CODEX_COMPRESSES ? log : day % 3 == 0 ? log.movedTo(CODEX_ARCHIVE) : log.compressed());
        }
        return all;
    }

    private List<PastLog> amp() {
        var all = new ArrayList<PastLog>();
        for (int day = 66; day <= 130; day += dice.between(14, 24)) {
            all.add(new AmpThread(dice, phrases, project(), AMP_MODEL).write(start(day), dice.between(5, 18)));
        }
        all.add(new AmpThread(dice, phrases, project(), AMP_MODEL)
                .write(start(61), 8)
                .cut());
        return all;
    }

    private String project() {
        return WORK + dice.oneOf(phrases.all("projects"));
    }

    /** Early enough that even the longest conversation ends on its day. */
    private Instant start(int daysAgo) {
        return morning(daysAgo).plus(Duration.ofSeconds(dice.between(0, 10 * 3600)));
    }

    private Instant morning(int daysAgo) {
        return today.minusDays(daysAgo).atTime(LocalTime.of(7, 0)).toInstant(ZoneOffset.UTC);
    }
}
