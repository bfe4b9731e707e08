package app.recount.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TextFileTest {

    /** So that a translator may use any editor for such files. */
    @Test
    void every_text_is_read_as_properties_are() throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources/app/recount/texts.properties"))) {
            properties.load(reader);
        }
        var file = new TextFile();
        var read = file.keys().stream().collect(Collectors.toMap(Function.identity(), file::get));
        assertThat(new HashMap<Object, Object>(properties)).isNotEmpty().isEqualTo(new HashMap<Object, Object>(read));
    }

    /** A straight one ends or begins a quotation in a pattern, and would be left out where it is read as one. */
    @Test
    void an_apostrophe_is_a_curly_one() {
        var file = new TextFile();
        assertThat(file.keys()).allSatisfy(key -> assertThat(file.get(key)).doesNotContainPattern("\\w''?[\\w\\s]"));
    }

    @Test
    void a_text_has_letters_of_any_language_breaks_and_the_sign_between() {
        var file = file("# none = of these\n\nsome.key = “Grüße”\\nx = y 🎈\nlast = at the end");
        assertThat(file.get("some.key")).isEqualTo("“Grüße”\nx = y 🎈");
        assertThat(file.get("last")).isEqualTo("at the end");
        assertThat(file.keys()).containsExactlyInAnyOrder("some.key", "last");
    }

    @Test
    void a_text_that_is_missing_is_named() {
        var file = file("key = text\n");
        assertThatThrownBy(() -> file.get("other"))
                .isInstanceOf(MissingResourceException.class)
                .hasMessageContaining("other");
    }

    private static TextFile file(String content) {
        return new TextFile(content.getBytes(StandardCharsets.UTF_8));
    }
}
