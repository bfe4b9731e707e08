package app.recount.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import app.recount.text.Wording;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackgroundTest {

    private final ExecutorService window = Executors.newSingleThreadExecutor();
    private final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final Background background = new Background(window, problem -> heard.add(problem.code()));

    @AfterEach
    void close() {
        background.close();
        window.shutdownNow();
    }

    private String next() throws InterruptedException {
        var word = heard.poll(20, TimeUnit.SECONDS);
        assertThat(word).isNotNull();
        return word;
    }

    private void onWindow(Runnable work) throws Exception {
        Future<?> done = window.submit(work);
        done.get(20, TimeUnit.SECONDS);
    }

    @Test
    void a_result_arrives_on_the_windows_thread() throws Exception {
        onWindow(() -> background
                .task("Adding", progress -> 1 + 1)
                .whenDone(sum -> heard.add(sum + " " + Thread.currentThread().isVirtual()))
                .start());

        assertThat(next()).isEqualTo("2 false");
    }

    @Test
    void a_problem_goes_to_whoever_wants_it_or_becomes_a_notice() throws Exception {
        var problem = new Problem("DB_NOT_SQLITE", Wording.verbatim("No."));
        onWindow(() -> {
            background
                    .task("Reading", progress -> {
                        throw new ProblemException(problem);
                    })
                    .start();
        });
        assertThat(next()).isEqualTo("DB_NOT_SQLITE");

        onWindow(() -> {
            background
                    .task("Reading", progress -> {
                        throw new ProblemException(problem);
                    })
                    .whenFailed(own -> heard.add("own " + own.code()))
                    .start();
        });
        assertThat(next()).isEqualTo("own DB_NOT_SQLITE");
    }

    @Test
    void a_fault_of_the_program_is_said_and_not_swallowed() throws Exception {
        onWindow(() ->
                background.task("Reading", progress -> List.of().getFirst()).start());

        assertThat(next()).isEqualTo("UNEXPECTED");
    }

    @Test
    void a_job_becomes_visible_when_it_takes_long_and_can_be_cancelled() throws Exception {
        var entered = new CountDownLatch(1);
        onWindow(() -> {
            background.visibleJob().subscribe(job -> heard.add(job.isPresent() ? "visible" : "none"));
            background
                    .task("Waiting", progress -> {
                        entered.countDown();
                        while (!progress.isCancelled()) {
                            Thread.onSpinWait();
                        }
                        throw new CancellationException();
                    })
                    .whenCancelled(() -> heard.add("cancelled"))
                    .start();
        });
        assertThat(next()).isEqualTo("none");
        assertThat(entered.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(next()).isEqualTo("visible");

        onWindow(() -> background.visibleJob().get().orElseThrow().cancel());

        assertThat(next()).isEqualTo("none");
        assertThat(next()).isEqualTo("cancelled");
    }

    @Test
    void jobs_of_the_reader_run_one_after_the_other() throws Exception {
        var order = Collections.synchronizedList(new ArrayList<Integer>());
        onWindow(() -> {
            for (int i = 0; i < 20; i++) {
                int number = i;
                background
                        .task("Reading", progress -> order.add(number))
                        .onReader()
                        .whenDone(added -> {
                            if (number == 19) {
                                heard.add("all");
                            }
                        })
                        .start();
            }
        });

        assertThat(next()).isEqualTo("all");
        assertThat(order).isSorted().hasSize(20);
    }

    @Test
    void long_work_is_told_to_have_ended_after_its_own_handler() throws Exception {
        background.whenLongWorkEnds(end -> heard.add(end.work() + " " + end.well()));
        onWindow(() -> background
                .task("Saving", progress -> "saved")
                .isLong(LongWork.EXPORT)
                .whenDone(heard::add)
                .start());

        assertThat(next()).isEqualTo("saved");
        assertThat(next()).isEqualTo("EXPORT true");
    }

    @Test
    void long_work_that_failed_is_told_as_such() throws Exception {
        background.whenLongWorkEnds(end -> heard.add(end.work() + " " + end.well()));
        onWindow(() -> background
                .task("Saving", progress -> {
                    throw new ProblemException(new Problem("FILE_NOT_WRITABLE", Wording.verbatim("No.")));
                })
                .isLong(LongWork.EXPORT)
                .start());

        assertThat(next()).isEqualTo("FILE_NOT_WRITABLE");
        assertThat(next()).isEqualTo("EXPORT false");
    }

    @Test
    void neither_cancelled_work_nor_any_other_is_told_to_have_ended() throws Exception {
        background.whenLongWorkEnds(end -> heard.add(end.work() + " " + end.well()));
        onWindow(() -> {
            background
                    .task("Saving", progress -> {
                        throw new CancellationException();
                    })
                    .isLong(LongWork.EXPORT)
                    .whenCancelled(() -> heard.add("cancelled"))
                    .start();
        });
        assertThat(next()).isEqualTo("cancelled");
        onWindow(() -> background
                .task("Reading", progress -> "read")
                .whenDone(heard::add)
                .start());
        assertThat(next()).isEqualTo("read");
        onWindow(() -> heard.add("nothing between"));

        assertThat(next()).isEqualTo("nothing between");
    }

    @Test
    void the_window_does_not_wake_up_to_show_a_job_that_has_ended() throws Exception {
        var woken = new AtomicInteger();
        var counted = new Background(
                action -> {
                    woken.incrementAndGet();
                    window.execute(action);
                },
                problem -> heard.add(problem.code()));
        try (counted) {
            onWindow(() -> counted.task("Adding", progress -> 1 + 1)
                    .whenDone(sum -> {
                        heard.add("done");
                        counted.after(Background.PATIENCE.multipliedBy(2), () -> heard.add("long after"));
                    })
                    .start());

            assertThat(next()).isEqualTo("done");
            assertThat(next()).isEqualTo("long after");
            assertThat(woken).hasValue(2);
        }
    }
}
