package app.recount.desktop.activity;

import app.recount.memory.RollupMetric;
import app.recount.text.Texts;
import java.util.HashSet;
import java.util.Set;

/** Names of the counters: the bundle's where it has one, else made of the key, so that a new counter needs no second edit. */
final class MetricNames {

    private final Texts texts;
    private final Set<String> known;

    MetricNames(Texts texts) {
        this.texts = texts;
        this.known = new HashSet<>(texts.keysBelow("activity."));
    }

    /** “Tokens discovered”. */
    String full(RollupMetric metric) {
        return named("activity.metric." + metric.key(), fromKey(metric.key()));
    }

    /** Short, for a column's header; the full name is its tooltip. */
    String brief(RollupMetric metric) {
        return named("activity.column." + metric.key(), full(metric));
    }

    private String named(String key, String otherwise) {
        return known.contains(key) ? texts.get(key) : otherwise;
    }

    private static String fromKey(String key) {
        var words = key.replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
