package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.mapping.Mapping;
import io.github.schemasplit.mapping.Origin;
import io.github.schemasplit.mapping.TargetSchema;
import java.util.ArrayList;
import java.util.List;

/** What the mapping asks for and this version does not do. */
final class NotBuiltYetRule implements AnalysisRule {
    @Override
    public List<Finding> check(Assignment assignment) {
        Mapping mapping = assignment.mapping();
        List<Finding> findings = new ArrayList<>();
        for (TargetSchema target : mapping.targets()) {
            String schema = "schemas." + target.name().value().value();
            target.access()
                    .ifPresent(a -> findings.add(finding(
                            schema + ".access",
                            "nobody is given the privileges that it lists",
                            "grant them by hand after the move",
                            a.origin())));
        }
        return findings;
    }

    private static Finding finding(String field, String consequence, String remedy, Origin origin) {
        return Finding.of(
                        FindingCode.NOT_BUILT_YET,
                        Severity.WARNING,
                        "mapping " + field,
                        "this version does not carry it out yet: " + consequence,
                        remedy)
                .at(origin);
    }
}
