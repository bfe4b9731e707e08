package app.recount.cli;

import app.recount.store.DataDirectory;
import app.recount.store.Environment;
import app.recount.text.Texts;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/**
 * How the data directory was found, for people and for scripts.
 *
 * @param overridden the one that claude-mem is told of, where Recount's setting chooses another: what is written into the one does not
 *     hold in the other
 */
record FoundDirectory(DataDirectory directory, Optional<DataDirectory> overridden) {

    static FoundDirectory of(DataDirectory directory, Environment environment) {
        return new FoundDirectory(directory, directory.overridden(environment));
    }

    String text(Texts texts) {
        return "%s, %s".formatted(directory.path(), foundBy(directory, texts));
    }

    /** That claude-mem is told of another, where it is. */
    Optional<String> notice(Texts texts) {
        return overridden.map(
                other -> texts.get("cli.overridden", directory.path(), other.path(), foundBy(other, texts)));
    }

    private static String foundBy(DataDirectory directory, Texts texts) {
        return texts.get("cli.status.found." + directory.kind());
    }

    void write(JsonGenerator json) {
        json.writeStringProperty("data_dir", directory.path().toString());
        json.writeStringProperty("data_dir_source", source(directory));
        switch (directory.kind()) {
            case OPTION -> json.writeStringProperty("data_dir_option", "command_line");
            case SETTING -> json.writeStringProperty("data_dir_option", "recount_settings");
            case VARIABLE, SETTINGS_FILE, DEFAULT -> {}
        }
        writeOverridden(json);
    }

    void writeOverridden(JsonGenerator json) {
        overridden.ifPresent(other -> {
            json.writeObjectPropertyStart("data_dir_overridden");
            json.writeStringProperty("path", other.path().toString());
            json.writeStringProperty("source", source(other));
            json.writeEndObject();
        });
    }

    /** An option and a setting have one word, because scripts know no other for either. */
    private static String source(DataDirectory directory) {
        return switch (directory.kind()) {
            case OPTION, SETTING -> "option";
            case VARIABLE -> "CLAUDE_MEM_DATA_DIR";
            case SETTINGS_FILE -> "settings.json";
            case DEFAULT -> "default";
        };
    }
}
