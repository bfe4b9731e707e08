package app.recount;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The skill that teaches an agent to track a check, as one tool gets it.
 *
 * @param tool as analysis runs name it
 * @param file where it lies
 */
record Skill(String tool, Path file, String text) {

    private static final Path FOLDER = Path.of("assets/skills/check");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(\\w+)}");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(bash[^\\n]*)\\n(.*?)^```$");

    /** Sorted by tool. */
    static List<Skill> all() throws IOException {
        var template = Files.readString(FOLDER.resolve("SKILL.template.md"));
        return variants().entrySet().stream()
                .map(variant -> new Skill(
                        variant.getKey(),
                        FOLDER.resolve(value(variant.getValue(), "file")),
                        fill(template, variant.getValue())))
                .toList();
    }

    /** The commands of each block whose fence says exactly this, in order. */
    List<String> blocks(String fence) {
        return BLOCK.matcher(text)
                .results()
                .filter(block -> block.group(1).equals(fence))
                .map(block -> block.group(2))
                .toList();
    }

    @Override
    public String toString() {
        return tool;
    }

    private static Map<String, Map<String, String>> variants() throws IOException {
        var lines = new Properties();
        try (var reader = Files.newBufferedReader(FOLDER.resolve("variants.properties"))) {
            lines.load(reader);
        }
        var variants = new TreeMap<String, Map<String, String>>();
        for (var key : lines.stringPropertyNames()) {
            int dot = key.indexOf('.');
            variants.computeIfAbsent(key.substring(0, dot), tool -> new TreeMap<>())
                    .put(key.substring(dot + 1), lines.getProperty(key));
        }
        return variants;
    }

    private static String fill(String template, Map<String, String> values) {
        return PLACEHOLDER.matcher(template).replaceAll(each -> Matcher.quoteReplacement(value(values, each.group(1))));
    }

    private static String value(Map<String, String> values, String name) {
        var value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("A variant of the skill does not say “%s”.".formatted(name));
        }
        return value;
    }
}
