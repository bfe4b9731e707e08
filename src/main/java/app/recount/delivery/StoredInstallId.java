package app.recount.delivery;

import app.recount.store.RecountStore;
import java.util.UUID;

/** Keeps the provisional id in recount.db; of several processes that ask first, one wins and all get its id. */
final class StoredInstallId implements ProvisionalInstallId {

    private final RecountStore store;

    StoredInstallId(RecountStore store) {
        this.store = store;
    }

    @Override
    public String get() {
        var facts = new Facts(store);
        return facts.read("provisional_install_id")
                .orElseGet(() -> facts.keepFirst(
                        "provisional_install_id", UUID.randomUUID().toString()));
    }
}
