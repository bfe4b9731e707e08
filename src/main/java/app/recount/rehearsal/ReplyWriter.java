package app.recount.rehearsal;

import app.recount.rehearsal.Fault.Before;
import app.recount.rehearsal.Fault.Cut;
import app.recount.rehearsal.Fault.Endless;
import app.recount.rehearsal.Fault.NotHttp;
import app.recount.rehearsal.Fault.Silence;
import app.recount.rehearsal.Fault.Slow;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/** Puts a reply onto the wire, as a whole or the way a fault says. */
final class ReplyWriter {

    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(10);
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);
    private static final long MOST_DRAINED = 64L << 20;
    private static final int PORTION = 16_384;

    private final Socket socket;
    private final Patience patience;

    ReplyWriter(Socket socket, Patience patience) {
        this.socket = socket;
        this.patience = patience;
    }

    void write(Reply reply, Fault fault) throws IOException {
        var out = socket.getOutputStream();
        switch (fault) {
            case Cut cut -> cut(out, reply, cut);
            case Slow slow -> slow(out, reply, slow);
            case Silence silence -> keepSilent(silence);
            case Endless() -> writeWithoutEnd(out, reply);
            case NotHttp() -> out.write("SSH-2.0-OpenSSH_9.9\r\n".getBytes(StandardCharsets.US_ASCII));
            default -> writeAll(out, reply);
        }
    }

    private void writeAll(OutputStream out, Reply reply) throws IOException {
        out.write(reply.head());
        out.write(reply.body());
        out.flush();
        drain();
    }

    /** Closing while something of the request is unread would reset the connection and could take the answer with it. */
    private void drain() throws IOException {
        socket.shutdownOutput();
        socket.setSoTimeout((int) LAST_WORDS.toMillis());
        try {
            var in = socket.getInputStream();
            var portion = new byte[PORTION];
            for (long left = MOST_DRAINED; left > 0; ) {
                int read = in.read(portion);
                if (read < 0) {
                    return;
                }
                left -= read;
            }
        } catch (SocketTimeoutException e) {
            // the client has its answer and does not hang up; then the receiver does
        }
    }

    private void cut(OutputStream out, Reply reply, Cut cut) throws IOException {
        switch (cut.moment()) {
            case BEFORE_READING, WHILE_READING, AFTER_READING -> {
                // whoever called closes the connection
            }
            case RESET_AFTER_READING -> socket.setSoLinger(true, 0);
            case IN_HEADERS -> out.write(reply.head(), 0, reply.head().length / 2);
            case IN_BODY -> {
                out.write(reply.head());
                out.write(reply.body(), 0, reply.body().length / 2);
            }
        }
    }

    private void slow(OutputStream out, Reply reply, Slow slow) throws IOException {
        switch (slow.part()) {
            case READING -> writeAll(out, reply);
            case ANSWER -> {
                patience.pause(slow.pause());
                writeAll(out, reply);
            }
            case HEADERS -> {
                trickle(out, reply.head(), slow.pause());
                out.write(reply.body());
            }
            case BODY -> {
                out.write(reply.head());
                trickle(out, reply.body(), slow.pause());
            }
        }
    }

    private void trickle(OutputStream out, byte[] bytes, Duration pause) throws IOException {
        for (var each : bytes) {
            patience.pause(pause);
            out.write(each);
            out.flush();
        }
    }

    private void keepSilent(Silence silence) throws IOException {
        if (silence.before() == Before.READING) {
            patience.pause(LONGEST_SILENCE);
        } else {
            socket.setSoTimeout((int) LONGEST_SILENCE.toMillis());
            // comes back when the client gives up
            socket.getInputStream().skipNBytes(1);
        }
    }

    private void writeWithoutEnd(OutputStream out, Reply reply) throws IOException {
        out.write(reply.head());
        out.write("{\"status\":\"Ok".getBytes(StandardCharsets.US_ASCII));
        var portion = new byte[PORTION];
        Arrays.fill(portion, (byte) 'k');
        while (!patience.isOver()) {
            out.write(portion);
            patience.pause(Duration.ofMillis(1));
        }
    }
}
