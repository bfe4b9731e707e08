package app.recount.rehearsal;

import app.recount.rehearsal.Fault.Answer;
import app.recount.rehearsal.Fault.Before;
import app.recount.rehearsal.Fault.Cut;
import app.recount.rehearsal.Fault.Endless;
import app.recount.rehearsal.Fault.Moment;
import app.recount.rehearsal.Fault.None;
import app.recount.rehearsal.Fault.NotHttp;
import app.recount.rehearsal.Fault.Part;
import app.recount.rehearsal.Fault.Redirect;
import app.recount.rehearsal.Fault.Silence;
import app.recount.rehearsal.Fault.Slow;
import app.recount.rehearsal.Fault.TooLarge;
import java.io.IOException;
import java.net.Socket;
import java.time.Clock;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** One connection, which carries one request: reads it, checks it, tells of it, and answers as the fault says. */
final class Connection {

    private static final int READ_TIMEOUT_MILLIS = 60_000;

    private final Socket socket;
    private final int number;
    private final Fault fault;
    private final Clock clock;
    private final Patience patience;
    private final Consumer<Reception> told;

    Connection(Socket socket, int number, Fault fault, Clock clock, Patience patience, Consumer<Reception> told) {
        this.socket = socket;
        this.number = number;
        this.fault = fault;
        this.clock = clock;
        this.patience = patience;
        this.told = told;
    }

    void serve() throws IOException {
        socket.setSoTimeout(READ_TIMEOUT_MILLIS);
        socket.setTcpNoDelay(true);
        var request = read();
        var at = clock.instant();
        var result = new RequestCheck(at).check(request);
        var reply = reply(request, result);
        var status = isAnswered() ? OptionalInt.of(reply.status()) : OptionalInt.empty();
        told.accept(new Reception(
                number,
                at,
                request.method(),
                request.path(),
                request.headers(),
                request.body(),
                result.events(),
                result.findings(),
                fault,
                status));
        new ReplyWriter(socket, patience).write(reply, fault);
    }

    private Request read() throws IOException {
        var in = socket.getInputStream();
        return switch (fault) {
            case Cut(Moment moment) when moment == Moment.BEFORE_READING -> Request.UNREAD;
            case Cut(Moment moment)
            when moment == Moment.WHILE_READING -> {
                in.readNBytes(1);
                yield Request.UNREAD;
            }
            case Silence(Before before) when before == Before.READING -> Request.UNREAD;
            case Slow(Part part, var pause)
            when part == Part.READING ->
                new RequestReader(new SlowInput(in, pause, patience), socket.getOutputStream()).read();
            default -> new RequestReader(in, socket.getOutputStream()).read();
        };
    }

    private Reply reply(Request request, RequestCheck.Result result) {
        return switch (fault) {
            case Answer answer -> Reply.of(answer);
            case Redirect(int status) -> {
                var elsewhere = "http://127.0.0.1:%d/elsewhere/".formatted(socket.getLocalPort());
                yield Reply.of(new Answer(status, List.of(new Header("Location", elsewhere)), ""));
            }
            case TooLarge(long bytes) when request.body().length() > bytes -> Reply.of(Answer.of(413));
            case Endless() -> Reply.endless();
            case None _, TooLarge _, Slow _, Cut _, Silence _, NotHttp _ -> Reply.of(result.answer());
        };
    }

    /** Whether a whole answer is sent. */
    private boolean isAnswered() {
        return switch (fault) {
            case Cut _, Silence _, NotHttp _, Endless _ -> false;
            case None _, Answer _, Redirect _, TooLarge _, Slow _ -> true;
        };
    }
}
