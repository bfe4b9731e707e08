package app.recount.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.payload.ApiKey;
import app.recount.payload.Destination;
import app.recount.problem.Problem;
import app.recount.store.DataDirectory;
import app.recount.store.Environment;
import app.recount.store.Settings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class SettingsModelTest {

    private final ObjectProperty<Settings> settings = new SimpleObjectProperty<>(Settings.defaults());

    private SettingsModel model(Map<String, String> variables) {
        return model(variables, "linux");
    }

    private SettingsModel model(Map<String, String> variables, String system) {
        return new SettingsModel(
                new Environment(variables, Path.of("/home/ada"), system),
                settings,
                change -> settings.set(change.apply(settings.get())));
    }

    @Test
    void notifications_are_on_until_they_are_switched_off() {
        var model = model(Map.of());
        assertThat(model.notifications()).isTrue();

        model.chooseNotifications(false);

        assertThat(model.notifications()).isFalse();
        assertThat(settings.get().notifications()).isFalse();
    }

    @Test
    void a_system_without_a_program_for_notifications_is_known_as_such() {
        assertThat(model(Map.of()).canNotify()).isFalse();
    }

    @Test
    void another_size_is_for_the_next_start_until_the_window_has_it_again() {
        var model = model(Map.of());
        assertThat(model.isScaleForNextStart()).isFalse();

        model.chooseScale(Optional.of(150));
        assertThat(settings.get().scale()).contains(150);
        assertThat(model.isScaleForNextStart()).isTrue();

        model.chooseScale(Optional.empty());
        assertThat(model.isScaleForNextStart()).isFalse();
    }

    @Test
    void the_window_that_starts_next_has_the_size_that_was_chosen() {
        settings.set(settings.get().withScale(Optional.of(150)));

        assertThat(model(Map.of()).isScaleForNextStart()).isFalse();
    }

    @Test
    void a_mac_leaves_no_choice_of_a_size() {
        assertThat(model(Map.of(), "mac os x").canScale()).isFalse();
        assertThat(model(Map.of(), "windows 11").canScale()).isTrue();
    }

    @Test
    void a_host_is_kept_once_it_may_be_used() {
        var model = model(Map.of());

        model.host.set(" https://eu.i.posthog.com ");
        model.keepHost();

        assertThat(settings.get().own().host()).contains("https://eu.i.posthog.com");
        assertThat(model.destination().origin()).isEqualTo(Destination.Origin.SETTINGS);
    }

    @Test
    void plain_http_is_refused_anywhere_but_on_this_machine() {
        var model = model(Map.of());

        model.host.set("http://example.org");
        model.keepHost();
        assertThat(model.hostProblem.get().map(Problem::code)).contains("BAD_DESTINATION");
        assertThat(settings.get().own().host()).isEmpty();

        model.host.set("http://127.0.0.1:8000");
        model.keepHost();
        assertThat(settings.get().own().host()).contains("http://127.0.0.1:8000");
    }

    @Test
    void a_personal_key_is_refused_even_where_the_environment_has_a_good_one() {
        var model = model(Map.of("CLAUDE_MEM_TELEMETRY_KEY", "phc_good"));

        model.key.set("phx_personal");
        model.keepKey();

        assertThat(model.keyProblem.get()).isPresent();
        assertThat(settings.get().own().apiKey()).isEmpty();
    }

    @Test
    void the_environment_wins_and_the_page_can_say_so() {
        settings.set(settings.get()
                .withOwn(own -> own.withApiKey(Optional.of("phc_own")).withHost(Optional.of("https://own.example"))));
        var model = model(
                Map.of("CLAUDE_MEM_TELEMETRY_KEY", "phc_env", "CLAUDE_MEM_TELEMETRY_HOST", "https://env.example"));

        assertThat(model.apiKey().origin()).isEqualTo(ApiKey.Origin.ENVIRONMENT);
        assertThat(model.destination().address()).isEqualTo("https://env.example/batch/");
    }

    @Test
    void an_emptied_field_gives_the_setting_up() {
        settings.set(settings.get().withOwn(own -> own.withHost(Optional.of("https://own.example"))));
        var model = model(Map.of());

        model.host.set("");
        model.keepHost();

        assertThat(settings.get().own().host()).isEmpty();
    }

    @Test
    void the_data_directory_follows_the_setting_and_says_how_it_was_found() {
        var model = model(Map.of());
        assertThat(model.dataDirectory.get().kind()).isEqualTo(DataDirectory.Kind.DEFAULT);

        model.chooseDataDirectory(Optional.of(Path.of("/data")));

        assertThat(model.dataDirectory.get().path()).isEqualTo(Path.of("/data"));
        assertThat(model.dataDirectory.get().kind()).isEqualTo(DataDirectory.Kind.SETTING);
    }
}
