package app.recount.rehearsal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** An answer as it goes onto the wire: status line and headers, then the body. */
final class Reply {

    private final int status;
    private final byte[] head;
    private final byte[] body;

    private Reply(int status, byte[] head, byte[] body) {
        this.status = status;
        this.head = head;
        this.body = body;
    }

    static Reply of(Fault.Answer answer) {
        var body = answer.body().getBytes(StandardCharsets.UTF_8);
        var headers = new ArrayList<>(answer.headers());
        // 204 and 304 have no body, not even an empty one
        if (answer.status() != 204 && answer.status() != 304) {
            headers.add(new Header("Content-Length", Integer.toString(body.length)));
        }
        return of(answer.status(), headers, body);
    }

    /** An answer that says nothing about how long it is. */
    static Reply endless() {
        return of(200, List.of(new Header("Content-Type", "application/json")), new byte[0]);
    }

    private static Reply of(int status, List<Header> headers, byte[] body) {
        var head = new StringBuilder("HTTP/1.1 ")
                .append(status)
                .append(' ')
                .append(phrase(status))
                .append("\r\n");
        headers.forEach(header ->
                head.append(header.name()).append(": ").append(header.value()).append("\r\n"));
        // one request per connection: which one a fault hits is then never a matter of chance
        head.append("Connection: close\r\n\r\n");
        return new Reply(status, head.toString().getBytes(StandardCharsets.US_ASCII), body);
    }

    int status() {
        return status;
    }

    byte[] head() {
        return head;
    }

    byte[] body() {
        return body;
    }

    private static String phrase(int status) {
        return switch (status) {
            case 200 -> "OK";
            case 204 -> "No Content";
            case 301 -> "Moved Permanently";
            case 302 -> "Found";
            case 307 -> "Temporary Redirect";
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 408 -> "Request Timeout";
            case 413 -> "Content Too Large";
            case 429 -> "Too Many Requests";
            case 500 -> "Internal Server Error";
            case 502 -> "Bad Gateway";
            case 503 -> "Service Unavailable";
            default -> "Rehearsed";
        };
    }
}
