package app.recount;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server answers a greeting on its socket; the first byte says what it thinks of it. */
class XServerTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"1, true", "0, false", "2, false"})
    void only_success_is_a_yes_and_neither_a_refusal_nor_a_question_is(byte answer, boolean welcome) throws Exception {
        var socket = folder.resolve("X7");
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            var greeting = CompletableFuture.supplyAsync(() -> answering(server, answer));

            assertThat(XServer.greets(socket)).isEqualTo(welcome);
            assertThat(greeting.get()).containsExactly('l', 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        }
    }

    private static byte[] answering(ServerSocketChannel server, byte answer) {
        try (var client = server.accept()) {
            var greeting = ByteBuffer.allocate(12);
            while (greeting.hasRemaining() && client.read(greeting) >= 0) {
                // until it is whole
            }
            client.write(ByteBuffer.wrap(new byte[] {answer}));
            return greeting.array();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void one_that_hangs_up_is_no_yes() throws Exception {
        var socket = folder.resolve("X7");
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            var hungUp = CompletableFuture.runAsync(() -> {
                try {
                    server.accept().close();
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });

            assertThat(XServer.greets(socket)).isFalse();
            hungUp.get();
        }
    }

    @Test
    void what_is_no_socket_is_no_yes() throws IOException {
        assertThat(XServer.greets(Files.writeString(folder.resolve("X7"), "a file")))
                .isFalse();
        assertThat(XServer.greets(folder.resolve("nothing"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "far.example:0", "localhost:10.0", ":", ":99999999999", "/tmp/launch/:0", ":99998"})
    void a_display_elsewhere_or_none_is_left_to_those_who_know(String display) {
        assertThat(XServer.greets(display)).isFalse();
    }
}
