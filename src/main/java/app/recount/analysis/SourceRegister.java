package app.recount.analysis;

import java.util.List;

/** The sources that are known by id and title. */
public final class SourceRegister {

    /** Registers a source, or changes its title. */
    public void add(Source source) {
        throw new UnsupportedOperationException();
    }

    /** Sorted by id. */
    public List<Source> list() {
        throw new UnsupportedOperationException();
    }
}
