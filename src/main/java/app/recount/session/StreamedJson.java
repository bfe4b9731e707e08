package app.recount.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** A line's value as the JSON library reads it. */
record StreamedJson(JsonParser json) implements LineJson {

    @Override
    public <T> void fields(T into, Field<T> field) {
        LogJson.fields(json, (name, _) -> field.read(into, name, this));
    }

    @Override
    public <T> void elements(T into, Element<T> element) {
        LogJson.elements(json, () -> element.read(into, this));
    }

    @Override
    public void skip() {
        json.skipChildren();
    }

    @Override
    public boolean isObject() {
        return json.currentToken() == JsonToken.START_OBJECT;
    }

    @Override
    public @Nullable String name() {
        return LogJson.name(json);
    }

    @Override
    public @Nullable String path() {
        return LogJson.path(json);
    }

    @Override
    public @Nullable String uuid() {
        return LogJson.uuid(json);
    }

    @Override
    public @Nullable Instant time() {
        return LogJson.time(json);
    }

    @Override
    public boolean yes() {
        return LogJson.yes(json);
    }

    @Override
    public long tokens() {
        return LogJson.tokens(json);
    }
}
