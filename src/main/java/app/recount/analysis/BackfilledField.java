package app.recount.analysis;

import app.recount.analysis.AnalysisRun.Description;
import app.recount.analysis.AnalysisRun.SessionLink;
import app.recount.analysis.AnalysisRun.Tokens;
import app.recount.analysis.UsageBackfill.Change;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields that backfills change, by the names they have in exports. */
enum BackfilledField {
    TOKENS_IN {
        @Override
        @Nullable
        String of(AnalysisRun run) {
            return text(run.tokens().in());
        }

        @Override
        AnalysisRun with(AnalysisRun run, String value) {
            var tokens = run.tokens();
            return run.withTokens(new Tokens(
                    Long.valueOf(value),
                    tokens.out(),
                    tokens.total(),
                    tokens.baseline(),
                    tokens.last(),
                    tokens.check(),
                    tokens.costUsd()));
        }
    },
    TOKENS_OUT {
        @Override
        @Nullable
        String of(AnalysisRun run) {
            return text(run.tokens().out());
        }

        @Override
        AnalysisRun with(AnalysisRun run, String value) {
            var tokens = run.tokens();
            return run.withTokens(new Tokens(
                    tokens.in(),
                    Long.valueOf(value),
                    tokens.total(),
                    tokens.baseline(),
                    tokens.last(),
                    tokens.check(),
                    tokens.costUsd()));
        }
    },
    TOTAL_TOKENS {
        @Override
        @Nullable
        String of(AnalysisRun run) {
            return text(run.tokens().total());
        }

        @Override
        AnalysisRun with(AnalysisRun run, String value) {
            var tokens = run.tokens();
            return run.withTokens(new Tokens(
                    tokens.in(),
                    tokens.out(),
                    Long.valueOf(value),
                    tokens.baseline(),
                    tokens.last(),
                    tokens.check(),
                    tokens.costUsd()));
        }
    },
    COST_USD {
        @Override
        @Nullable
        String of(AnalysisRun run) {
            var cost = run.tokens().costUsd();
            return cost == null ? null : cost.toPlainString();
        }

        @Override
        AnalysisRun with(AnalysisRun run, String value) {
            var tokens = run.tokens();
            return run.withTokens(new Tokens(
                    tokens.in(),
                    tokens.out(),
                    tokens.total(),
                    tokens.baseline(),
                    tokens.last(),
                    tokens.check(),
                    new BigDecimal(value)));
        }
    },
    USAGE_PROVIDER {
        @Override
        @Nullable
        String of(AnalysisRun run) {
            return run.session().provider();
        }

        @Override
        AnalysisRun with(AnalysisRun run, String value) {
            return linked(run, value, run.session().mode(), run.session().sessionId());
        }
    },
    USAGE_MODE {
        @Override
        @Nullable
        String of(AnalysisRun run) {
            return run.session().mode();
        }

        @Override
        AnalysisRun with(AnalysisRun run, String value) {
            return linked(run, run.session().provider(), value, run.session().sessionId());
        }
    },
    USAGE_SESSION_ID {
        @Override
        @Nullable
        String of(AnalysisRun run) {
            return run.session().sessionId();
        }

        @Override
        AnalysisRun with(AnalysisRun run, String value) {
            return linked(run, run.session().provider(), run.session().mode(), value);
        }
    },
    FRAMEWORK_VERSION {
        @Override
        @Nullable
        String of(AnalysisRun run) {
            return run.description().frameworkVersion();
        }

        @Override
        AnalysisRun with(AnalysisRun run, String value) {
            return versions(run, value, run.description().methodologyVersion());
        }
    },
    METHODOLOGY_VERSION {
        @Override
        @Nullable
        String of(AnalysisRun run) {
            return run.description().methodologyVersion();
        }

        @Override
        AnalysisRun with(AnalysisRun run, String value) {
            return versions(run, run.description().frameworkVersion(), value);
        }
    };

    abstract @Nullable String of(AnalysisRun run);

    abstract AnalysisRun with(AnalysisRun run, String value);

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isMissing(AnalysisRun run) {
        var value = of(run);
        return value == null || value.isBlank();
    }

    /** The change to this value, unless it is the value already. */
    List<Change> to(AnalysisRun run, @Nullable String value) {
        return value == null || Objects.equals(of(run), value)
                ? List.of()
                : List.of(new Change(word(), of(run), value));
    }

    static AnalysisRun apply(AnalysisRun run, List<Change> changes) {
        var changed = run;
        for (var change : changes) {
            var field = Stream.of(values())
                    .filter(each -> each.word().equals(change.field()))
                    .findFirst()
                    .orElseThrow();
            changed = field.with(changed, Objects.requireNonNull(change.after()));
        }
        return changed;
    }

    private static @Nullable String text(@Nullable Long number) {
        return number == null ? null : number.toString();
    }

    private static AnalysisRun linked(
            AnalysisRun run, @Nullable String provider, @Nullable String mode, @Nullable String sessionId) {
        var link = run.session();
        return run.withSession(new SessionLink(
                provider, mode, sessionId, link.folder(), link.chosenBy(), null, link.baseline(), link.last()));
    }

    private static AnalysisRun versions(AnalysisRun run, @Nullable String framework, @Nullable String methodology) {
        var before = run.description();
        return run.withDescription(new Description(
                before.analysisFile(),
                before.command(),
                before.model(),
                framework,
                methodology,
                before.notes(),
                before.gitCommit()));
    }
}
