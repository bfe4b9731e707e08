package app.recount.cli;

import app.recount.problem.Action;
import app.recount.problem.Problem;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/** Says what went wrong: a sentence or two for people, an object for scripts; always on standard error. */
final class ProblemOutput {

    private ProblemOutput() {}

    static void print(Problem problem, boolean json, Console console) {
        print(problem, json, console, _ -> {});
    }

    /** The same, with what {@code more} adds to the object. */
    static void print(Problem problem, boolean json, Console console, Consumer<JsonGenerator> more) {
        if (json) {
            console.rawNote(JsonOutput.bytes(generator -> {
                generator.writeStartObject();
                generator.writeObjectPropertyStart("error");
                writeFields(problem, generator);
                more.accept(generator);
                generator.writeEndObject();
                generator.writeEndObject();
            }));
            return;
        }
        console.note("recount: " + sentences(problem));
        if (!problem.actions().isEmpty()) {
            console.note(problem.actions().stream().map(Action::sentence).collect(Collectors.joining(" ", "  ", "")));
        }
    }

    /** What failed and why. */
    static String sentences(Problem problem) {
        return problem.cause() == null ? problem.message() : problem.message() + " " + problem.cause();
    }

    /** The cause, for a line that says what failed itself; where none is known, what failed. */
    static String why(Problem problem) {
        return problem.cause() == null ? problem.message() : problem.cause();
    }

    private static void writeFields(Problem problem, JsonGenerator generator) {
        generator.writeStringProperty("code", problem.code());
        generator.writeStringProperty("message", problem.message());
        if (problem.cause() != null) {
            generator.writeStringProperty("cause", problem.cause());
        }
        generator.writeArrayPropertyStart("actions");
        problem.actions().forEach(action -> generator.writeString(action.sentence()));
        generator.writeEndArray();
    }
}
