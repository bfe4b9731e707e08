package app.recount.payload;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.Promise;
import app.recount.Proves;
import app.recount.problem.Problem;
import app.recount.store.Environment;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {

    @Test
    void the_default_is_posthogs_own_host() {
        var destination = Destination.find(environment(Map.of()), Optional.empty());

        assertThat(destination.address()).isEqualTo("https://us.i.posthog.com/batch/");
        assertThat(destination.origin()).isEqualTo(Destination.Origin.DEFAULT);
        assertThat(destination.isLoopback()).isFalse();
    }

    @Test
    void the_environment_wins_over_the_settings() {
        var destination = Destination.find(
                environment(Map.of("CLAUDE_MEM_TELEMETRY_HOST", "https://eu.i.posthog.com/")),
                Optional.of("https://settings.example"));

        assertThat(destination.address()).isEqualTo("https://eu.i.posthog.com/batch/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8080",
                "http://localhost:1",
                "http://[::1]:9",
                "http://127.9.9.9",
                "HTTP://LOCALHOST:4"
            })
    void plain_http_may_go_to_this_machine(String host) {
        var destination = Destination.at(host, Destination.Origin.ENVIRONMENT);

        assertThat(destination.problem()).isEmpty();
        assertThat(destination.isLoopback()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://us.i.posthog.com",
                "http://127.0.0.1.example.com",
                "http://10.0.0.1",
                "http://[::2]",
                "ftp://localhost",
                "localhost:80",
                "",
                "https://",
                "https://user:secret@host",
                "https://host/?query",
                "https://host/#part",
                "https://ho st",
                "javascript:alert(1)"
            })
    @Proves(Promise.TLS_OR_LOOPBACK)
    void nothing_goes_anywhere_else_unprotected(String host) {
        assertThat(Destination.at(host, Destination.Origin.ENVIRONMENT).problem())
                .map(Problem::code)
                .contains("BAD_DESTINATION");
    }

    @Test
    void a_personal_key_is_refused_and_never_part_of_a_payload() {
        var key = ApiKey.find(environment(Map.of("CLAUDE_MEM_TELEMETRY_KEY", "phx_secret")), Optional.empty());

        assertThat(key.value()).isEmpty();
        assertThat(key.problem()).map(Problem::code).contains("NO_API_KEY");
        assertThat(key.toString()).doesNotContain("secret");
    }

    @Test
    void there_is_no_key_unless_somebody_gives_one() {
        assertThat(ApiKey.find(environment(Map.of()), Optional.empty()).value()).isEmpty();
        assertThat(ApiKey.find(environment(Map.of()), Optional.of("phc_settings"))
                        .value())
                .contains("phc_settings");
    }

    private static Environment environment(Map<String, String> variables) {
        return new Environment(variables, Path.of("home"), "linux");
    }
}
