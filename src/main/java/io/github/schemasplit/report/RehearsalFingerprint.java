package io.github.schemasplit.report;

import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.plan.PlanFingerprint;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What is rehearsed, as a hash: the database with the states of its objects, the mapping, and the plan of the one for the other. Where a
 * mapping's value is written does not matter.
 *
 * @param sha256 64 hexadecimal digits
 */
public record RehearsalFingerprint(String sha256) {
    /**
     * @param states those of the database's objects, the journal's left out
     */
    public static RehearsalFingerprint of(ObjectStates states, ParsedMapping mapping, Plan plan) {
        List<String> parts = new ArrayList<>();
        parts.add(states.fingerprint());
        for (String line : mapping.origins()) {
            parts.add(line.replaceAll(" \\([^()]*\\)$", ""));
        }
        parts.add(PlanFingerprint.of(plan).sha256());
        return new RehearsalFingerprint(
                PlanFingerprint.hexOf(String.join("\0", parts).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return sha256;
    }
}
