package app.recount.rehearsal;

import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Takes backfill requests on this machine, checks them as PostHog would, and answers like it, or wrongly as a {@link FaultPlan} says.
 * Listens on 127.0.0.1 and nothing else; keeps a bounded number of receptions in memory and nothing on disk.
 */
public final class RehearsalReceiver implements AutoCloseable {

    /** So many bodies of the largest size may be in memory at once. */
    private static final int MOST_CONNECTIONS = 8;

    private final ServerSocket server;
    private final Clock clock;
    private final Consumer<Reception> listener;
    private final ReceptionLog log = new ReceptionLog();
    private final Patience patience = new Patience();
    private final Semaphore places = new Semaphore(MOST_CONNECTIONS);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicReference<Course> course = new AtomicReference<>(new Course(FaultPlan.always(Fault.none())));

    /** A plan and how far it has come. */
    private record Course(FaultPlan plan, AtomicInteger requests) {
        Course(FaultPlan plan) {
            this(plan, new AtomicInteger());
        }

        Fault next() {
            return plan.forRequest(requests.incrementAndGet());
        }
    }

    private RehearsalReceiver(ServerSocket server, Clock clock, Consumer<Reception> listener) {
        this.server = server;
        this.clock = clock;
        this.listener = listener;
    }

    /**
     * Starts listening; without a plan nothing fails.
     *
     * @param port 0 for any that is free
     * @param clock what “now” is when the age of events is judged
     * @param listener hears of each request before it is answered, on a thread of the receiver; it must not wait for the client
     * @throws ProblemException {@code REHEARSAL_PORT_TAKEN}
     */
    public static RehearsalReceiver start(int port, Clock clock, Consumer<Reception> listener) {
        try {
            var loopback = InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
            var receiver =
                    new RehearsalReceiver(new ServerSocket(port, MOST_CONNECTIONS * 8, loopback), clock, listener);
            Thread.ofVirtual().name("rehearsal").start(receiver::accept);
            return receiver;
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of("REHEARSAL_PORT_TAKEN", port).because(e).advising(Action.read("otherPort")), e);
        }
    }

    /** As {@link #start(int, Clock, Consumer)} on any free port, for those who only look at {@link #receptions()}. */
    public static RehearsalReceiver start(Clock clock) {
        return start(0, clock, reception -> {});
    }

    /** Where to send to: scheme, host and port, without a path. */
    public URI destination() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** From the next request on, this plan counts, from its beginning. */
    public void answerWith(FaultPlan plan) {
        course.set(new Course(plan));
    }

    /** The newest requests, oldest first. */
    public List<Reception> receptions() {
        return log.receptions();
    }

    private void accept() {
        try {
            while (true) {
                places.acquire();
                var socket = server.accept();
                Thread.ofVirtual().name("rehearsal-connection").start(() -> serve(socket));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            places.release(); // the one that was kept for the next client
            if (!server.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void serve(Socket socket) {
        open.add(socket);
        try (socket) {
            if (!patience.isOver()) {
                int number = requests.incrementAndGet();
                var fault = course.get().next();
                new Connection(socket, number, fault, clock, patience, this::tell).serve();
            }
        } catch (IOException e) {
            // the client went away, or the receiver was closed; what came has been told of
        } finally {
            open.remove(socket);
            places.release();
        }
    }

    private void tell(Reception reception) {
        log.add(reception);
        listener.accept(reception);
    }

    /**
     * Stops listening and lets the requests that are there have their answers.
     *
     * @return whether all had theirs within {@code most}
     */
    public boolean finish(Duration most) throws InterruptedException {
        close(server);
        return places.tryAcquire(MOST_CONNECTIONS, most.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Stops listening and ends every connection. */
    @Override
    public void close() {
        patience.end();
        close(server);
        open.forEach(RehearsalReceiver::close);
    }

    private static void close(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
