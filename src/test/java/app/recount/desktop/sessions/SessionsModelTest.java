package app.recount.desktop.sessions;

import static app.recount.desktop.sessions.Found.NOW;
import static app.recount.desktop.sessions.Found.claude;
import static app.recount.desktop.sessions.Found.codex;
import static app.recount.desktop.sessions.Found.tokens;
import static org.assertj.core.api.Assertions.assertThat;

import app.recount.desktop.sessions.SessionFilter.Span;
import app.recount.session.AgentSession;
import app.recount.session.Call;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

class SessionsModelTest {

    private final SessionsModel model = new SessionsModel();

    @Test
    void the_newest_stands_first_until_another_order_is_chosen() {
        show(claude(1).lastActive(Duration.ofHours(3)), claude(2).lastActive(Duration.ofMinutes(1)), codex(3));
        assertThat(ids()).containsExactly(Found.id(2), Found.id(3), Found.id(1));

        model.order().set(by(SessionColumn.TOOL, false));
        assertThat(ids()).containsExactly(Found.id(3), Found.id(2), Found.id(1));
    }

    @Test
    void sessions_that_are_equal_in_the_chosen_column_stand_newest_first() {
        show(claude(1).lastActive(Duration.ofHours(3)), claude(2).lastActive(Duration.ofHours(2)));
        model.order().set(by(SessionColumn.MODEL, true));
        assertThat(ids()).containsExactly(Found.id(2), Found.id(1));
    }

    @Test
    void what_is_not_known_sorts_below_every_figure() {
        show(
                claude(1).call(tokens(0, 0, 0, 0)),
                claude(2).neverCounted().unreadable("half written"),
                claude(3).call(tokens(9, 0, 0, 0)));
        model.order().set(by(SessionColumn.TOTAL, false));
        assertThat(ids()).containsExactly(Found.id(3), Found.id(1), Found.id(2));
    }

    @Test
    void all_and_live_ones_are_counted_whatever_the_filter() {
        show(claude(1).lastActive(Duration.ofMinutes(10)), claude(2), claude(3).lastActive(Duration.ofSeconds(5)));
        model.filter().set(SessionFilter.NONE.withText("nothing has this"));
        assertThat(model.all().get()).isEqualTo(3);
        assertThat(model.live().get()).isEqualTo(2);
        assertThat(model.visible()).isEmpty();
    }

    @Test
    void the_filter_looks_at_id_folder_model_and_tool() {
        show(
                claude(1).in("/home/kim/code/ledger-tools"),
                codex(2).in("/srv/nrel-grid").model("gpt-5-codex"));

        assertThat(filtered("LEDGER")).containsExactly(Found.id(1));
        assertThat(filtered("nrel")).containsExactly(Found.id(2));
        assertThat(filtered("gpt-5")).containsExactly(Found.id(2));
        assertThat(filtered("claude code")).containsExactly(Found.id(1));
        assertThat(filtered(Found.id(2))).containsExactly(Found.id(2));
        assertThat(filtered("  ")).hasSize(2);
    }

    @Test
    void tool_time_and_live_ones_can_be_asked_for_together() {
        show(
                claude(1).lastActive(Duration.ofMinutes(2)),
                codex(2).lastActive(Duration.ofMinutes(2)),
                claude(3).lastActive(Duration.ofHours(4)),
                claude(4).lastActive(Duration.ofDays(8)));

        model.filter().set(SessionFilter.NONE.withTool(Optional.of("claude")));
        assertThat(ids()).containsExactly(Found.id(1), Found.id(3), Found.id(4));
        model.filter().set(model.filter().get().withSpan(Span.WEEK));
        assertThat(ids()).containsExactly(Found.id(1), Found.id(3));
        model.filter().set(model.filter().get().withLiveOnly(true));
        assertThat(ids()).containsExactly(Found.id(1));
    }

    @Test
    void today_is_the_utc_day() {
        show(claude(1).lastActive(Duration.ofHours(9)), claude(2).lastActive(Duration.ofHours(10)));
        model.filter().set(SessionFilter.NONE.withSpan(Span.TODAY));
        assertThat(ids()).containsExactly(Found.id(1));
    }

    @Test
    void a_session_keeps_its_row_while_it_grows_and_the_list_stays_untouched() {
        show(claude(1).lastActive(Duration.ofSeconds(5)), claude(2));
        var row = model.visible().getFirst();
        var changes = changes();

        show(claude(1).lastActive(Duration.ofSeconds(1)).call(tokens(1, 2, 3, 4)), claude(2));

        assertThat(model.visible().getFirst()).isSameAs(row);
        assertThat(row.now().tokensSoFar()).contains(10L);
        assertThat(changes).isEmpty();
    }

    @Test
    void rows_change_places_once_for_all_news_of_a_moment() {
        show(claude(1).lastActive(Duration.ofMinutes(1)), claude(2).lastActive(Duration.ofMinutes(2)), claude(3));
        var changes = changes();

        show(claude(1).lastActive(Duration.ofMinutes(1)), claude(2), claude(3).lastActive(Duration.ofSeconds(1)));

        assertThat(changes).hasSize(1);
        assertThat(ids()).containsExactly(Found.id(3), Found.id(1), Found.id(2));
    }

    @Test
    void the_selection_follows_its_session_to_another_place_and_stays_while_a_filter_hides_it() {
        show(claude(1).lastActive(Duration.ofMinutes(1)), claude(2));
        model.select(claude(2).build().key());
        show(claude(1), claude(2).lastActive(Duration.ofSeconds(3)));
        assertThat(model.selected().get().orElseThrow().key().id()).isEqualTo(Found.id(2));

        model.filter().set(SessionFilter.NONE.withText(Found.id(1)));
        assertThat(model.selected().get()).isPresent();
    }

    @Test
    void a_session_that_is_not_there_any_more_is_not_selected_any_more() {
        show(claude(1), claude(2));
        model.select(claude(2).build().key());
        show(claude(1));
        assertThat(model.selected().get()).isEmpty();
        assertThat(ids()).containsExactly(Found.id(1));
    }

    @Test
    void a_session_that_another_page_names_is_selected_even_if_it_is_found_later_or_hidden() {
        model.select(claude(2).build().key());
        assertThat(model.selected().get()).isEmpty();
        show(claude(1), claude(2));
        assertThat(model.selected().get()).isPresent();

        model.filter().set(SessionFilter.NONE.withText(Found.id(2)));
        model.select(claude(1).build().key());
        assertThat(ids()).contains(Found.id(1));
        assertThat(model.filter().get()).isEqualTo(SessionFilter.NONE);
    }

    @Test
    void age_and_state_go_on_while_no_news_come() {
        show(claude(1).lastActive(Duration.ofMinutes(9)));
        var row = model.visible().getFirst();
        assertThat(row.age().get()).isEqualTo("9 m");
        assertThat(row.state().get()).isEqualTo(SessionState.LIVE);

        model.tick(NOW.plus(Duration.ofMinutes(5)));

        assertThat(row.age().get()).isEqualTo("14 m");
        assertThat(row.state().get()).isEqualTo(SessionState.IDLE);
        assertThat(model.live().get()).isZero();
    }

    @Test
    void time_alone_does_not_repaint_just_after_news() {
        show(claude(1).lastActive(Duration.ofSeconds(59)));
        model.tick(NOW.plusMillis(500));
        model.tick(NOW.plusMillis(899));
        assertThat(model.visible().getFirst().age().get()).isEqualTo("59 s");
        model.tick(NOW.plusMillis(1000));
        assertThat(model.visible().getFirst().age().get()).isEqualTo("1 m");
    }

    @Test
    void a_live_session_leaves_the_live_ones_by_itself() {
        show(claude(1).lastActive(Duration.ofMinutes(9)));
        model.filter().set(SessionFilter.NONE.withLiveOnly(true));
        model.tick(NOW.plus(Duration.ofMinutes(2)));
        assertThat(model.visible()).isEmpty();
    }

    @Test
    void calls_of_a_session_that_is_not_selected_any_more_are_dropped() {
        show(claude(1), claude(2));
        var call = new Call(NOW, "m", false, tokens(1, 2, 3, 4));
        model.select(claude(1).build().key());
        model.callsRead(claude(2).build().key(), List.of(call));
        assertThat(model.calls().get()).isEmpty();

        model.callsRead(claude(1).build().key(), List.of(call));
        assertThat(model.calls().get()).contains(List.of(call));

        model.select(claude(2).build().key());
        assertThat(model.calls().get()).isEmpty();
    }

    @Test
    void when_other_surroundings_are_shown_nothing_of_the_old_ones_stays() {
        show(claude(1));
        model.select(claude(1).build().key());
        model.show(Optional.empty(), NOW);
        assertThat(model.visible()).isEmpty();
        assertThat(model.all().get()).isZero();
        assertThat(model.selected().get()).isEmpty();
    }

    private List<Object> changes() {
        var changes = new ArrayList<Object>();
        model.visible().addListener((ListChangeListener<SessionRow>) changes::add);
        return changes;
    }

    private List<String> filtered(String text) {
        model.filter().set(SessionFilter.NONE.withText(text));
        return ids();
    }

    private List<String> ids() {
        return model.visible().stream().map(row -> row.key().id()).toList();
    }

    private static SessionOrder by(SessionColumn column, boolean ascending) {
        return new SessionOrder(List.of(new SessionOrder.Key(column, ascending)));
    }

    private void show(Found... sessions) {
        List<AgentSession> all = List.of(sessions).stream().map(Found::build).toList();
        model.show(Optional.of(all), NOW);
    }
}
