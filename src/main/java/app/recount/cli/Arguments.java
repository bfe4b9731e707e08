package app.recount.cli;

import app.recount.analysis.CommonYears;
import app.recount.store.Environment;
import app.recount.text.Texts;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** What a command was given, and the words for what is wrong with it. */
record Arguments(ParseResult parsed, Texts texts, Environment environment) {

    private static final String FORMAT = "--format";
    private static final char REPLACED = '\uFFFD';

    Optional<String> text(String option) {
        return Optional.ofNullable(parsed.matchedOptionValue(option, (String) null));
    }

    /** A file or folder. An empty name would be the current folder, which nobody means by a variable that is not set. */
    Optional<Path> path(String option) {
        return text(option).map(named -> {
            if (named.isEmpty()) {
                throw invalid(option, texts.get("cli.usage.empty-path"));
            }
            return place(named);
        });
    }

    /** The same of the one argument without a name. */
    Optional<Path> path() {
        return Optional.ofNullable(parsed.matchedPositionalValue(0, (String) null))
                .map(named -> {
                    if (named.isEmpty()) {
                        throw usage(texts.get("cli.usage.empty-place"));
                    }
                    return place(named);
                });
    }

    /** The same of a part of a word. */
    Path place(String named) {
        // Java puts this letter where bytes are no letters in this locale; the file that it names then is another one
        if (named.indexOf(REPLACED) >= 0) {
            throw new InvalidPathException(named, texts.get("cli.usage.unreadable-path"));
        }
        return environment.expand(named);
    }

    boolean has(String flag) {
        return parsed.matchedOptionValue(flag, false);
    }

    /** Words between commas; none if the option is not there. */
    List<String> words(String option) {
        return text(option).stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** The same where it matters whether the option is there: given without a word, it is a list that is empty. */
    Optional<List<String>> list(String option) {
        return text(option).map(any -> words(option));
    }

    Optional<Instant> instant(String option) {
        return text(option)
                .map(written -> CommonYears.instant(written)
                        .orElseThrow(() -> invalid(option, texts.get("cli.usage.no-instant", written))));
    }

    Optional<LocalDate> day(String option) {
        return text(option)
                .map(written -> CommonYears.day(written)
                        .orElseThrow(() -> invalid(option, texts.get("cli.usage.no-day", written))));
    }

    /** A number that may not be below zero; {@code absent} if the option is not there. */
    int count(String option, int absent) {
        int count = parsed.matchedOptionValue(option, absent);
        if (count < 0) {
            throw belowZero(option);
        }
        return count;
    }

    /** A count of anything, which is never below zero. */
    @Nullable
    Long total(String option) {
        var total = parsed.matchedOptionValue(option, (Long) null);
        if (total != null && total < 0) {
            throw belowZero(option);
        }
        return total;
    }

    /** One of the words that {@code --format} takes, or null where it is not there. */
    @Nullable
    String formatWord() {
        var word = text(FORMAT);
        var allowed = StreamSupport.stream(
                        parsed.commandSpec()
                                .findOption(FORMAT)
                                .completionCandidates()
                                .spliterator(),
                        false)
                .toList();
        if (word.isPresent() && !allowed.contains(word.get())) {
            throw invalid(FORMAT, texts.get("cli.usage.one-of", allowed));
        }
        return word.orElse(null);
    }

    private ParameterException belowZero(String option) {
        return invalid(option, texts.get("cli.usage.below-zero"));
    }

    /** The value was none of these words. */
    ParameterException noneOf(String option, List<String> words) {
        return invalid(option, texts.get("cli.usage.one-of", String.join(", ", words)));
    }

    /** @param why half a sentence */
    ParameterException invalid(String option, String why) {
        return usage(texts.get("cli.usage.invalid", option, why));
    }

    ParameterException usage(String message) {
        return new ParameterException(parsed.commandSpec().commandLine(), message);
    }
}
