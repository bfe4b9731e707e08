package app.recount.rehearsal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One request that reached the receiver, or as much of it as did. It is known before the answer goes out.
 *
 * @param number counted from 1 since the receiver was started
 * @param method empty, as is the path, if the connection ended before it was known
 * @param headers in the order in which they came
 * @param body empty when it was not taken in
 * @param events how many events could be read in the body
 * @param findings what PostHog would refuse, lose or change; empty if nothing
 * @param fault what the plan had for this request
 * @param status what was answered; empty where no whole answer is ever sent
 */
public record Reception(
        int number,
        Instant at,
        String method,
        String path,
        List<Header> headers,
        ReceivedBody body,
        int events,
        List<RequestFinding> findings,
        Fault fault,
        OptionalInt status) {

    public Reception {
        headers = List.copyOf(headers);
        findings = List.copyOf(findings);
    }

    /** The value of the first header of that name, in any case. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(each -> each.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }

    /** Whether a finding of that code was made. */
    public boolean has(RequestFinding.Code code) {
        return findings.stream().anyMatch(each -> each.code() == code);
    }
}
