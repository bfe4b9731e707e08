package app.recount.cli;

import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.text.Texts;
import app.recount.text.Wording;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/** Says what went wrong: a sentence or two for people, an object for scripts; always on standard error. */
final class ProblemOutput {

    private ProblemOutput() {}

    static void print(Problem problem, boolean json, Console console, Texts texts) {
        print(problem, json, console, texts, _ -> {});
    }

    /** The same, with what {@code more} adds to the object. */
    static void print(Problem problem, boolean json, Console console, Texts texts, Consumer<JsonGenerator> more) {
        if (json) {
            console.rawNote(JsonOutput.bytes(generator -> {
                generator.writeStartObject();
                generator.writeObjectPropertyStart("error");
                writeFields(problem, generator, texts);
                more.accept(generator);
                generator.writeEndObject();
                generator.writeEndObject();
            }));
            return;
        }
        console.note("recount: " + texts.say(problem.sentences()));
        if (!problem.actions().isEmpty()) {
            console.note("  " + sentences(problem.actions(), texts));
        }
    }

    static String sentences(List<Action> actions, Texts texts) {
        return actions.stream().map(Action::sentence).map(texts::say).collect(Collectors.joining(" "));
    }

    /** The cause, for a line that says what failed itself; where none is known, what failed. */
    static Wording why(Problem problem) {
        return problem.cause() == null ? problem.message() : problem.cause();
    }

    private static void writeFields(Problem problem, JsonGenerator generator, Texts texts) {
        generator.writeStringProperty("code", problem.code());
        generator.writeStringProperty("message", texts.say(problem.message()));
        if (problem.cause() != null) {
            generator.writeStringProperty("cause", texts.say(problem.cause()));
        }
        generator.writeArrayPropertyStart("actions");
        problem.actions().forEach(action -> generator.writeString(texts.say(action.sentence())));
        generator.writeEndArray();
    }
}
