package app.recount.desktop.sessions;

import static app.recount.desktop.sessions.Found.NOW;
import static app.recount.desktop.sessions.Found.amp;
import static app.recount.desktop.sessions.Found.claude;
import static app.recount.desktop.sessions.Found.codex;
import static app.recount.desktop.sessions.Found.tokens;
import static org.assertj.core.api.Assertions.assertThat;

import app.recount.analysis.Tracking;
import app.recount.desktop.Easel;
import app.recount.desktop.shell.Background;
import app.recount.desktop.shell.Desk;
import app.recount.desktop.shell.IdleWorkspace;
import app.recount.desktop.shell.Job;
import app.recount.desktop.shell.LiveSessions;
import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.session.AgentSession;
import app.recount.session.Call;
import app.recount.store.Environment;
import app.recount.store.RecountStore;
import app.recount.store.Settings.Theme;
import app.recount.text.Texts;
import app.recount.text.Wording;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Draws the page in both themes; the pictures are for people to look at. */
class SessionsPicturesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void every_state_can_be_drawn(Theme theme) throws Exception {
        draw(theme, "sessions", 1104, 744, this::selected);
        draw(theme, "sessions-narrow", 848, 544, this::selected);
        draw(theme, "sessions-unknown", 1104, 744, model -> {
            model.show(Optional.of(sessions()), NOW);
            model.select(amp(10).build().key());
        });
        draw(theme, "sessions-no-match", 1104, 744, model -> {
            model.show(Optional.of(sessions()), NOW);
            model.filter()
                    .set(SessionFilter.NONE.withText("nothing is called so").withLiveOnly(true));
        });
        draw(theme, "sessions-none", 1104, 744, model -> {
            model.searched()
                    .set(List.of(
                            new SearchedFolder("Claude Code", Path.of("home/.config/claude"), false),
                            new SearchedFolder("Claude Code", Path.of("home/.claude"), true),
                            new SearchedFolder("Codex", Path.of("home/.codex"), false),
                            new SearchedFolder("Amp", Path.of("home/.local/share/amp"), false)));
            model.show(Optional.of(List.of()), NOW);
        });
        draw(
                theme,
                "sessions-cancelled",
                1104,
                744,
                model -> model.problem()
                        .set(Optional.of(new Problem("CANCELLED", Wording.verbatim("The reading was cancelled."))
                                .advising(Action.tryAgain()))));
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void the_first_look_says_how_far_it_is(Theme theme) throws Exception {
        var easel = new Easel(folder);
        var job = reading();
        easel.draw(
                "sessions-reading",
                theme,
                1104,
                744,
                desk -> page(easel, desk, model -> model.firstLook().set(Optional.of(job))));
    }

    /** A job that has told how far it is and never ends, since nobody hears of that. */
    private static Job reading() throws InterruptedException {
        var window = new LinkedBlockingQueue<Runnable>();
        var job = new Background(window::add, problem -> {})
                .task("", progress -> {
                    progress.report(Wording.of("step.sessionLogs"), 0.437);
                    return true;
                })
                .start();
        while (job.fraction().get() <= 0) {
            window.take().run();
        }
        return job;
    }

    private void selected(SessionsModel model) {
        model.show(Optional.of(sessions()), NOW);
        var chosen = claude(4).build().key();
        model.select(chosen);
        model.callsRead(chosen, calls());
    }

    /** As many as fill the page, live and idle and ended, with long and odd names among them. */
    private static List<AgentSession> sessions() {
        var first = Stream.of(
                claude(1)
                        .lastActive(Duration.ofSeconds(4))
                        .in("/home/kim/code/epoch-compute")
                        .call(tokens(8_104, 2_806_352, 171_320, 44_124))
                        .subagentCall(tokens(0, 400_000, 12_000, 309)),
                codex(2).lastActive(Duration.ofSeconds(9))
                        .in("/home/kim/code/bis-notes")
                        .call(tokens(48_211, 902_848, 0, 41_006)),
                claude(3).lastActive(Duration.ofSeconds(12)).call(tokens(911, 284_018, 28_410, 5_103)),
                claude(4)
                        .lastActive(Duration.ofSeconds(51))
                        .model("claude-opus-4-5-20251101")
                        .call(tokens(2_377, 1_174_902, 96_541, 16_944))
                        .subagentCall(tokens(120, 80_000, 6_000, 2_000)),
                claude(5).lastActive(Duration.ofMinutes(14)).call(tokens(402, 74_096, 11_808, 2_004)),
                codex(6).lastActive(Duration.ofHours(2))
                        .in("/home/kim/code/a-project-with-a-name-that-is-far-too-long-for-its-column")
                        .call(tokens(1_561_950, 21_089_210_400L, 0, 53_717_000)),
                claude(7)
                        .lastActive(Duration.ofHours(5))
                        .in("/home/kim/code/月見だより")
                        .call(tokens(0, 0, 0, 0)),
                claude(8).lastActive(Duration.ofDays(1)).call(tokens(3_906, 2_051_018, 118_240, 31_447)),
                codex(9).lastActive(Duration.ofDays(3)).archived().call(tokens(92_114, 1_786_240, 0, 67_664)),
                amp(10).lastActive(Duration.ofDays(33))
                        .neverCounted()
                        .unreadable("The file ends in the middle of a value; it may be being written."));
        var more = Stream.iterate(11, n -> n + 1)
                .limit(18)
                .map(n -> (n % 3 == 0 ? amp(n) : codex(n))
                        .in("/home/kim/code/oecd-skills")
                        .lastActive(Duration.ofDays(25L + n))
                        .call(tokens(900L * n, 61_000L * n, n % 3 == 0 ? 4_000L * n : 0, 700L * n)));
        return Stream.concat(first, more).map(Found::build).toList();
    }

    private static List<Call> calls() {
        var random = new Random(5);
        var calls = new ArrayList<Call>();
        var at = NOW.minus(Duration.ofMinutes(150));
        long cached = 14_000;
        for (int n = 0; n < 86; n++) {
            at = at.plusSeconds(random.nextInt(n % 20 == 0 ? 900 : 120));
            cached += random.nextInt(2_000);
            calls.add(new Call(at, "m", n % 9 == 4, tokens(10, cached, 1_500, 400)));
        }
        return calls;
    }

    private void draw(Theme theme, String name, int width, int height, Consumer<SessionsModel> fill) throws Exception {
        var easel = new Easel(folder);
        var picture = easel.draw(name, theme, width, height, desk -> page(easel, desk, fill));
        assertThat(picture.getWidth()).isEqualTo(width);
    }

    private SessionsView page(Easel easel, Desk desk, Consumer<SessionsModel> fill) {
        var workspace = IdleWorkspace.in(folder, desk.background());
        var environment = new Environment(Map.of(), folder.resolve("nobody"), "linux");
        var tracking = Tracking.with(
                environment, easel.home(), new RecountStore(easel.home()), Clock.systemUTC(), new Texts());
        var feed = new LiveSessions(workspace, tracking, tracking, desk.background(), "");
        feed.begin();
        var model = new SessionsModel();
        var work = new SessionsWork(desk, model, feed);
        var view = new SessionsView(desk, model, work, tracking.tools());
        fill.accept(model);
        return view;
    }
}
