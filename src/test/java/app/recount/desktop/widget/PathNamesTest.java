package app.recount.desktop.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PathNamesTest {

    private static final Path HOME = Path.of("users", "robin");

    private final PathNames names = new PathNames(HOME);

    private String shown(String below, int most) {
        return names.of(HOME.resolve(below), most).replace('\\', '/');
    }

    @Test
    void what_lies_below_the_home_folder_begins_with_a_tilde() {
        assertThat(shown("code/tides", 28)).isEqualTo("~/code/tides");
        assertThat(names.of(HOME)).isEqualTo("~");
        assertThat(names.of(Path.of("users"))).isEqualTo("users");
    }

    @Test
    void a_long_path_loses_folders_in_its_middle_and_never_letters() {
        assertThat(shown("work/harbours/north/tides", 20)).isEqualTo("~/…/north/tides");
        assertThat(shown("work/harbours/north/tides", 12)).isEqualTo("~/…/tides");
        assertThat(shown("work/harbours/north/a-long-name-of-a-project", 12)).isEqualTo("~/…/a-long-name-of-a-project");
    }

    @Test
    void a_path_of_two_names_has_no_middle() {
        assertThat(shown("a-long-name-of-a-project", 12)).isEqualTo("~/a-long-name-of-a-project");
    }
}
