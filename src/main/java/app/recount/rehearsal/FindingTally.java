package app.recount.rehearsal;

import app.recount.rehearsal.RequestFinding.Code;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts findings by code and keeps the first example of each, so that a hundred thousand bad events cost no more than one. */
final class FindingTally {

    private static final int LONGEST_EXAMPLE = 80;

    private final Map<Code, RequestFinding> findings = new EnumMap<>(Code.class);

    void add(Code code, String example) {
        findings.merge(
                code,
                new RequestFinding(code, 1, shortened(example)),
                (before, now) -> new RequestFinding(code, before.count() + 1, before.example()));
    }

    private static String shortened(String example) {
        return example.length() <= LONGEST_EXAMPLE ? example : example.substring(0, LONGEST_EXAMPLE) + "…";
    }

    /** In the order of the codes: what decides the answer stands first. */
    List<RequestFinding> findings() {
        return List.copyOf(findings.values());
    }
}
