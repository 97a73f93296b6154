package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.Supabase;
import io.github.schemasplit.mapping.Located;
import io.github.schemasplit.mapping.TargetSchema;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.List;

/** Schemas of Supabase's own that the mapping would move something into, or out of: its services would not find what is theirs. */
final class PlatformSchemaRule implements AnalysisRule {
    @Override
    public List<Finding> check(Assignment assignment) {
        Supabase supabase = Supabase.in(assignment.snapshot());
        List<Finding> findings = new ArrayList<>();
        Located<Identifier> source = assignment.mapping().source();
        if (supabase.owns(source.value())) {
            findings.add(finding(
                    source,
                    "the mapping would move objects out of it, and Supabase keeps it for itself: its services look there for"
                            + " what is theirs",
                    "set the option source (schema.source) to the schema that holds the application's tables"));
        }
        for (TargetSchema target : assignment.mapping().targets()) {
            if (supabase.owns(target.name().value())) {
                findings.add(finding(
                        target.name(),
                        "the mapping would move objects into it, and Supabase keeps it for itself: its updates may drop or shut"
                                + " what others put there",
                        "choose another name for the schema"));
            }
        }
        return findings;
    }

    private static Finding finding(Located<Identifier> schema, String message, String remedy) {
        return Finding.of(FindingCode.PLATFORM_SCHEMA, Severity.ERROR, "schema " + schema.value(), message, remedy)
                .at(schema.origin());
    }
}
