package app.recount.consent;

import app.recount.consent.ReidentificationFlag.StandingOut;
import app.recount.text.Texts;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Collectors;

/** Flags in words, the same in the window and on the command line. */
public final class ReidentificationText {

    /** Of days, as many as are read at a glance; all of them are in the JSON. */
    private static final int DAYS = 3;

    /** Of a day's counters, the same. */
    private static final int COUNTERS = 3;

    private static final String KERNEL = "os_version";

    private final Texts texts;

    public ReidentificationText(Texts texts) {
        this.texts = texts;
    }

    /** What is so; the first sentence leads. */
    public String message(ReidentificationFlag flag) {
        var key = "review.flag." + flag.code();
        return texts.get(flag.values().containsKey(KERNEL) ? kernel(flag, key) : key, flag.events(), facts(flag));
    }

    private static String kernel(ReidentificationFlag flag, String key) {
        return flag.code() == ReidentificationFlag.Code.SYSTEM ? key + ".kernel" : key;
    }

    /** What the user can do about it. */
    public String remedy(ReidentificationFlag flag) {
        return texts.get("review.flag.%s.remedy".formatted(flag.code()));
    }

    private String facts(ReidentificationFlag flag) {
        return switch (flag.code()) {
            case INSTALL_ID, INSTALL_DATE, LOCALE ->
                String.join(" ", flag.values().sequencedValues());
            case PERSON_PROFILE -> String.join(", ", flag.values().sequencedKeySet());
            case SYSTEM ->
                flag.values().entrySet().stream()
                        .map(value -> value.getKey() + " " + value.getValue())
                        .collect(Collectors.joining(", "));
            case LOCATION -> "";
            case LONE_DAYS, HIGHEST_DAYS -> days(flag);
        };
    }

    private String days(ReidentificationFlag flag) {
        var named = flag.days().stream().limit(DAYS).map(this::day).collect(Collectors.joining("; "));
        int more = flag.days().size() - DAYS;
        return more > 0 ? texts.get("review.flag.more-days", named, more) : named;
    }

    private String day(StandingOut day) {
        var named = day.counters().entrySet().stream()
                .limit(COUNTERS)
                .map(ReidentificationText::counter)
                .collect(Collectors.joining(", "));
        int more = day.counters().size() - COUNTERS;
        return texts.get(
                "review.flag.day", day.day().toString(), more > 0 ? texts.get("review.flag.more", named, more) : named);
    }

    private static String counter(Map.Entry<String, BigDecimal> counter) {
        return counter.getKey() + " " + counter.getValue().toPlainString();
    }
}
