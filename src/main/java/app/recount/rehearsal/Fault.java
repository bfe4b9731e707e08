package app.recount.rehearsal;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What the receiver does with one request. Most of it is what networks and servers do when they fail. */
public sealed interface Fault {

    /** What the real server answers when it accepts. */
    String ACCEPTED = "{\"status\":\"Ok\"}";

    /** No fault: the request is checked as PostHog would, and accepted or refused. */
    record None() implements Fault {}

    /** This answer, whatever the request was. {@code Content-Length} is added. */
    record Answer(int status, List<Header> headers, String body) implements Fault {
        public Answer {
            headers = List.copyOf(headers);
        }

        /** A body as answers of that status have. */
        static Answer of(int status) {
            return switch (status) {
                case 204 -> new Answer(status, List.of(), "");
                case 200, 201, 202 -> json(status, ACCEPTED);
                default ->
                    json(
                            status,
                            "{\"type\":\"rehearsal\",\"code\":\"http-%d\",\"detail\":\"Rehearsed answer %d.\"}"
                                    .formatted(status, status));
            };
        }

        static Answer json(int status, String body) {
            return new Answer(status, List.of(new Header("Content-Type", "application/json")), body);
        }

        Answer with(Header header) {
            return new Answer(
                    status, Stream.concat(headers.stream(), Stream.of(header)).toList(), body);
        }
    }

    /** Sends the client on to another path of the same receiver, where it is noticed if it comes. */
    record Redirect(int status) implements Fault {}

    /** 413 for bodies of more than so many bytes; smaller ones are checked as without a fault. */
    record TooLarge(long bytes) implements Fault {}

    /** Ends the connection. */
    record Cut(Moment moment) implements Fault {}

    /** When a connection is cut. */
    enum Moment {
        BEFORE_READING,
        WHILE_READING,
        AFTER_READING,
        /** As {@link #AFTER_READING}, but by a reset where the others close in an orderly way. */
        RESET_AFTER_READING,
        IN_HEADERS,
        IN_BODY
    }

    /** Takes or answers the request properly, but slowly. */
    record Slow(Part part, Duration pause) implements Fault {}

    /** What is slow; the pause lies before every kilobyte read, before the answer, or before each byte of the answer's part. */
    enum Part {
        READING,
        ANSWER,
        HEADERS,
        BODY
    }

    /** Holds the connection open and does no more, until the client or the receiver closes it. */
    record Silence(Before before) implements Fault {}

    /** What never happens. */
    enum Before {
        READING,
        ANSWERING
    }

    /** An answer of 200 whose body does not end. */
    record Endless() implements Fault {}

    /** An answer that is not HTTP. */
    record NotHttp() implements Fault {}

    static Fault none() {
        return new None();
    }

    /** An answer of that status with a body as such answers have; 3xx is a {@link Redirect}. */
    static Fault status(int status) {
        return status / 100 == 3 ? new Redirect(status) : Answer.of(status);
    }

    /** An answer of that status that asks to come back after so many seconds. */
    static Fault retryAfter(int status, int seconds) {
        return Answer.of(status).with(new Header("Retry-After", Integer.toString(seconds)));
    }

    /** An answer of that status with this JSON, or what is meant to look like it. */
    static Fault json(int status, String body) {
        return Answer.json(status, body);
    }

    /** Accepted by the letter, dropped in truth. */
    static Fault quotaLimited() {
        return json(200, "{\"status\":\"Ok\",\"quota_limited\":[\"events\"]}");
    }

    /** What a hotel's network answers to everything. */
    static Fault portal() {
        return new Answer(
                200,
                List.of(new Header("Content-Type", "text/html; charset=utf-8")),
                "<!doctype html><title>Welcome</title><p>Please log in to use this network.");
    }

    static Fault emptyAnswer() {
        return new Answer(200, List.of(), "");
    }

    static Fault cut(Moment moment) {
        return new Cut(moment);
    }

    static Fault slow(Part part, Duration pause) {
        return new Slow(part, pause);
    }

    static Fault silence(Before before) {
        return new Silence(before);
    }
}
