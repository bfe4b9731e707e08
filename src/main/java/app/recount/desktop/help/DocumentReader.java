package app.recount.desktop.help;

import app.recount.desktop.help.Block.Code;
import app.recount.desktop.help.Block.Heading;
import app.recount.desktop.help.Block.Item;
import app.recount.desktop.help.Block.Paragraph;
import app.recount.desktop.help.Block.Picture;
import app.recount.desktop.help.Block.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the part of Markdown that the project's documents use. Every line comes out somewhere, except comments. */
final class DocumentReader {

    private static final Pattern HEADING = Pattern.compile("(#{1,6}) (.*)");
    private static final Pattern ITEM = Pattern.compile("( *)([*-]|\\d+\\.) (.*)");
    private static final Pattern PICTURE = Pattern.compile("!\\[([^]]*)]\\(([^)]+)\\)");
    private static final Pattern RULE = Pattern.compile("\\|?( *:?-+:? *\\|?)+");
    private static final String FENCE = "```";

    private final List<String> lines;
    private final List<Chapter> chapters = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();
    private String document = "";
    private String chapter = "";
    private int at;

    DocumentReader(String text) {
        lines = text.replaceAll("(?s)<!--.*?-->", "").lines().toList();
    }

    Document read() {
        while (at < lines.size()) {
            block(lines.get(at));
        }
        endChapter();
        return new Document(document, chapters);
    }

    private void block(String line) {
        if (line.isBlank()) {
            at++;
        } else if (line.startsWith(FENCE)) {
            code();
        } else if (HEADING.matcher(line).matches()) {
            heading(line);
        } else if (PICTURE.matcher(line).matches()) {
            picture(line);
        } else if (line.startsWith("|")) {
            table();
        } else if (ITEM.matcher(line).matches()) {
            item(line);
        } else {
            at++;
            blocks.add(new Paragraph(Pieces.of(line.strip() + continued())));
        }
    }

    private void heading(String line) {
        var heading = HEADING.matcher(line);
        heading.matches();
        at++;
        int level = heading.group(1).length();
        if (level > 2) {
            blocks.add(new Heading(Pieces.of(heading.group(2))));
            return;
        }
        endChapter();
        chapter = heading.group(2).replace("`", "");
        if (level == 1) {
            document = chapter;
        }
    }

    private void endChapter() {
        if (!blocks.isEmpty()) {
            chapters.add(new Chapter(chapter, blocks));
            blocks.clear();
        }
    }

    private void code() {
        var text = new ArrayList<String>();
        for (at++; at < lines.size() && !lines.get(at).startsWith(FENCE); at++) {
            text.add(lines.get(at));
        }
        at++;
        blocks.add(new Code(String.join("\n", text)));
    }

    private void picture(String line) {
        var picture = PICTURE.matcher(line);
        picture.matches();
        at++;
        blocks.add(new Picture(picture.group(1), picture.group(2)));
    }

    private void table() {
        var rows = new ArrayList<List<List<Piece>>>();
        for (; at < lines.size() && lines.get(at).startsWith("|"); at++) {
            if (!RULE.matcher(lines.get(at)).matches()) {
                rows.add(cells(lines.get(at)));
            }
        }
        blocks.add(new Table(List.copyOf(rows)));
    }

    private static List<List<Piece>> cells(String line) {
        var inner = line.strip().replaceAll("^\\||\\|$", "");
        return Arrays.stream(inner.split("(?<!\\\\)\\|", -1))
                .map(cell -> Pieces.of(cell.strip().replace("\\|", "|").replace("<br>", "\n")))
                .toList();
    }

    private void item(String line) {
        var item = ITEM.matcher(line);
        item.matches();
        at++;
        var marker = Character.isDigit(item.group(2).charAt(0)) ? item.group(2) : "•";
        blocks.add(new Item(
                item.group(1).length() / 2, marker, Pieces.of(item.group(3).strip() + continued())));
    }

    /** The lines that belong to the one before, each with a space in front. */
    private String continued() {
        var more = new StringBuilder();
        while (at < lines.size() && goesOn(lines.get(at))) {
            more.append(' ').append(lines.get(at++).strip());
        }
        return more.toString();
    }

    private static boolean goesOn(String line) {
        return !line.isBlank()
                && !line.startsWith("|")
                && !line.startsWith(FENCE)
                && !HEADING.matcher(line).matches()
                && !PICTURE.matcher(line).matches()
                && !ITEM.matcher(line).matches();
    }
}
