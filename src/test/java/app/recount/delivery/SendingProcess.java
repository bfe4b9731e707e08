package app.recount.delivery;

import app.recount.store.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A real process that previews and sends, and stands still at a chosen moment, so that it can be killed there. Arguments: data
 * directory, home, address, moment.
 */
final class SendingProcess {

    /** Where it stands still. */
    enum Moment {
        NEVER,
        /** The approved bytes are kept, and nothing else has happened. */
        APPROVED,
        /** Everything is prepared for the first byte. */
        BEFORE_WIRE,
        /** The first acknowledgement has come and is on the disk. */
        ACKNOWLEDGED,
        /** All acknowledgements are in the receipts, the marker is not written. */
        BEFORE_MARKER,
        /** The marker is written, and nobody has been told. */
        AFTER_MARKER,
        /** One of the two books knows that the server refused, the other does not. */
        ONE_BOOK_CLOSED
    }

    private SendingProcess() {}

    static void main(String[] args) throws Exception {
        var moment = Moment.valueOf(args[3]);
        try (var bench = new Workbench(Path.of(args[0]), Path.of(args[1])).sendingTo(URI.create(args[2]))) {
            bench.limits = new HttpWire.Limits(Duration.ofSeconds(5), Duration.ofMinutes(5), 50_000_000);
            var shown = bench.backfill().run().preview(bench.request(), Progress.NONE);
            bench.clock = new StoppingClock(bench, moment);
            say("ready");
            System.in.read();
            var outcome = bench.backfill()
                    .delivery()
                    .send(SendRequest.ofDigest(bench.request(), shown.sealed().digest()), watch(moment));
            say(outcome.word() + " " + outcome.requests());
        }
    }

    private static void say(String word) {
        System.out.println(word);
        System.out.flush();
    }

    private static void standStill(Moment moment) {
        say("at " + moment);
        while (true) {
            try {
                Thread.sleep(Duration.ofHours(1));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static SendWatch watch(Moment moment) {
        return new SendWatch() {
            @Override
            public void report(SendStep step) {
                if ((moment == Moment.BEFORE_WIRE && step instanceof SendStep.Sending)
                        || (moment == Moment.ACKNOWLEDGED && step instanceof SendStep.Acknowledged)) {
                    standStill(moment);
                }
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        };
    }

    /** The program asks for the time between any two of its steps; what is on the disk then tells which step comes next. */
    private static final class StoppingClock extends Clock {

        private final Workbench bench;
        private final Moment moment;

        StoppingClock(Workbench bench, Moment moment) {
            this.bench = bench;
            this.moment = moment;
        }

        @Override
        public Instant instant() {
            if (isReached()) {
                standStill(moment);
            }
            return Workbench.NOW;
        }

        private boolean isReached() {
            return switch (moment) {
                case APPROVED -> !kept().isEmpty();
                case BEFORE_MARKER -> receipts().contains("\"outcome\":\"delivered\"") && !marked();
                case AFTER_MARKER -> marked();
                case ONE_BOOK_CLOSED -> receipts().contains("\"outcome\":\"refused\"") != isRefused();
                case NEVER, BEFORE_WIRE, ACKNOWLEDGED -> false;
            };
        }

        private List<String> kept() {
            var names = Objects.requireNonNull(bench.home.approved().toFile().list());
            return Arrays.stream(names)
                    .filter(name -> name.endsWith(".delivery"))
                    .toList();
        }

        private boolean isRefused() {
            return kept().stream()
                    .map(bench.home.approved()::resolve)
                    .anyMatch(file -> read(file).replace(" ", "").contains("\"phase\":\"refused\""));
        }

        private String receipts() {
            return read(bench.home.receipts());
        }

        private static String read(Path file) {
            try {
                return Files.exists(file) ? Files.readString(file) : "";
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private boolean marked() {
            return Files.exists(bench.directory.marker());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
