package app.recount.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import app.recount.Promise;
import app.recount.Proves;
import app.recount.WireTap;
import app.recount.store.ProgramVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one {@code send} puts on the wire, to the last byte, beside what {@code preview --format body} showed. */
@Proves({Promise.APPROVED_BYTES, Promise.APPROVED_REQUEST})
class WireBytesTest {

    private static final String BATCH = "\"batch\":[";

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void open() throws Exception {
        bench = new Bench(folder).withMemory();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    /** Previews and sends; what was shown comes back. */
    private String send(WireTap tap) {
        bench.sendingTo(tap.address());
        var body = bench.run("preview", "--format", "body").output();
        var answer = bench.run("send", "--approve", bench.previewedDigest());
        assertThat(answer.status()).as(answer.errors()).isZero();
        return new String(body, ISO_8859_1);
    }

    /** Nothing but these lines, in whatever order the HTTP client writes the headers. */
    private static void assertOnlyThis(WireTap.Request request, int port) {
        assertThat(request.head()).startsWith("POST /batch/ HTTP/1.1\r\n").endsWith("\r\n\r\n");
        assertThat(request.head().strip().split("\r\n", -1))
                .containsExactlyInAnyOrder(
                        "POST /batch/ HTTP/1.1",
                        "Content-Length: " + request.body().length(),
                        "Content-Type: application/json",
                        "Host: 127.0.0.1:" + port,
                        "User-Agent: recount/" + ProgramVersion.ofThisBuild().program());
        assertThat(request.rest()).isEmpty();
    }

    @Test
    void one_sending_is_one_request_with_the_previewed_bytes_and_five_known_lines() throws Exception {
        try (var tap = WireTap.answering(WireTap.TAKEN)) {
            var shown = send(tap);

            assertThat(tap.requests()).singleElement().satisfies(request -> {
                assertThat(request.body()).isEqualTo(shown);
                assertOnlyThis(request, tap.port());
            });
        }
    }

    @Test
    void parts_of_what_is_too_large_are_the_same_envelope_around_the_same_bytes() throws Exception {
        try (var tap = WireTap.answering(WireTap.answer("413 Content Too Large", ""), WireTap.TAKEN)) {
            var shown = send(tap);

            var requests = tap.requests();
            assertThat(requests).hasSize(3).allSatisfy(request -> assertOnlyThis(request, tap.port()));
            assertThat(requests.getFirst().body()).isEqualTo(shown);
            var envelope = shown.substring(0, shown.indexOf(BATCH) + BATCH.length());
            var parts =
                    requests.subList(1, 3).stream().map(WireTap.Request::body).toList();
            assertThat(parts)
                    .allSatisfy(part -> assertThat(part).startsWith(envelope).endsWith("]}"));
            assertThat(envelope + inner(parts, envelope) + "]}").isEqualTo(shown);
        }
    }

    private static String inner(List<String> parts, String envelope) {
        return parts.stream()
                .map(part -> part.substring(envelope.length(), part.length() - 2))
                .collect(Collectors.joining(","));
    }

    @Test
    void another_attempt_is_the_same_request_to_the_last_byte() throws Exception {
        try (var tap = WireTap.answering(WireTap.answer("503 Service Unavailable", ""), WireTap.TAKEN)) {
            var shown = send(tap);

            var requests = tap.requests();
            assertThat(requests).hasSize(2);
            assertThat(requests.get(1)).isEqualTo(requests.get(0));
            assertThat(requests.get(1).body()).isEqualTo(shown);
            assertOnlyThis(requests.get(1), tap.port());
        }
    }
}
