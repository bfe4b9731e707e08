package app.recount.rehearsal;

import app.recount.rehearsal.RequestFinding.Code;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads one HTTP/1.1 request with a {@code Content-Length}; that is all a backfill ever is. Keeps no more than a body may have. */
final class RequestReader {

    static final int LARGEST_BODY = 20_000_000;

    /** Beyond this a body is not even read to its end. */
    private static final long LARGEST_DISCARDED = 100_000_000;

    private static final int LONGEST_HEAD = 32_000;
    private static final Pattern REQUEST_LINE = Pattern.compile("([A-Z]+) (\\S+) HTTP/1\\.[01]");
    private static final Pattern LENGTH = Pattern.compile("\\d{1,12}");

    private final InputStream in;
    private final OutputStream out;

    RequestReader(InputStream in, OutputStream out) {
        this.in = new BufferedInputStream(in);
        this.out = out;
    }

    Request read() throws IOException {
        try {
            var lines = headLines();
            if (lines.isEmpty()) {
                return Request.UNREAD.with(Code.CUT_SHORT);
            }
            var requestLine = REQUEST_LINE.matcher(lines.getFirst());
            if (!requestLine.matches()) {
                return Request.UNREAD.with(Code.NOT_HTTP);
            }
            var head = new Request(
                    requestLine.group(1),
                    requestLine.group(2),
                    headers(lines.subList(1, lines.size())),
                    ReceivedBody.NONE,
                    Optional.empty());
            return readBody(head);
        } catch (HeadTooLongException e) {
            return Request.UNREAD.with(Code.HEADERS_TOO_LONG);
        }
    }

    /** The lines before the empty one; empty if the connection ended before it. */
    private List<String> headLines() throws IOException, HeadTooLongException {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (int size = 0; ; size++) {
            if (size > LONGEST_HEAD) {
                throw new HeadTooLongException();
            }
            int next = nextByte();
            if (next < 0) {
                return List.of();
            }
            if (next != '\n') {
                line.append((char) next);
                continue;
            }
            if (!line.isEmpty() && line.charAt(line.length() - 1) == '\r') {
                line.setLength(line.length() - 1);
            }
            if (line.isEmpty()) {
                return lines;
            }
            lines.add(line.toString());
            line.setLength(0);
        }
    }

    private int nextByte() throws IOException {
        try {
            return in.read();
        } catch (SocketTimeoutException e) {
            return -1;
        }
    }

    private static List<Header> headers(List<String> lines) {
        return lines.stream()
                .map(line -> line.split(":", 2))
                .map(parts -> new Header(parts[0].strip(), parts.length == 2 ? parts[1].strip() : ""))
                .toList();
    }

    private Request readBody(Request head) throws IOException {
        var length = head.header("Content-Length")
                .filter(value -> LENGTH.matcher(value).matches());
        if (length.isEmpty()) {
            return head.method().equals("GET") ? head : head.with(Code.NO_CONTENT_LENGTH);
        }
        if (head.header("Expect").filter("100-continue"::equalsIgnoreCase).isPresent()) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
        long announced = Long.parseLong(length.get());
        try {
            if (announced > LARGEST_BODY) {
                // read and forgotten, so that the refusal is not lost in a reset
                in.skipNBytes(Math.min(announced, LARGEST_DISCARDED));
                return head.with(Code.BODY_TOO_LARGE);
            }
            var bytes = in.readNBytes((int) announced);
            return bytes.length == announced ? head.with(new ReceivedBody(bytes)) : head.with(Code.CUT_SHORT);
        } catch (EOFException | SocketTimeoutException e) {
            return head.with(Code.CUT_SHORT);
        }
    }

    private static final class HeadTooLongException extends Exception {}
}
