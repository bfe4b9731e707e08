package app.recount.rehearsal;

import java.util.List;
import java.util.Optional;

/**
 * A request as far as it could be read.
 *
 * @param fault why it could not be read whole
 */
record Request(
        String method, String path, List<Header> headers, ReceivedBody body, Optional<RequestFinding.Code> fault) {

    /** A request that was not looked at. */
    static final Request UNREAD = new Request("", "", List.of(), ReceivedBody.NONE, Optional.empty());

    Request with(ReceivedBody whole) {
        return new Request(method, path, headers, whole, Optional.empty());
    }

    Request with(RequestFinding.Code reason) {
        return new Request(method, path, headers, body, Optional.of(reason));
    }

    Optional<String> header(String name) {
        return headers.stream()
                .filter(each -> each.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }
}
