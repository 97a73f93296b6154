package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import java.util.List;

/** The analysis rules that can find errors. */
enum AnalysisRules implements AnalysisRule {
    ENTRIES(new EntryRule()),
    SOURCE_SCHEMA(new SourceSchemaRule()),
    UNMAPPED_TABLES(new UnmappedTableRule()),
    NAME_CLASHES(new NameClashRule()),
    OBJECT_OWNERS(new ObjectOwnerRule()),
    SCHEMA_PRIVILEGES(new SchemaPrivilegeRule()),
    SCHEMA_OWNERS(new SchemaOwnerRule()),
    EXISTING_TARGETS(new ExistingTargetRule()),
    ACCESS(new AccessRule()),
    OPENED_TARGETS(new OpenedTargetRule()),
    FOREIGN_KEYS(new ForeignKeyRule()),
    PUBLICATIONS(new PublicationRule()),
    PUBLICATION_FILTERS(new PublicationFilterRule());

    private final AnalysisRule rule;

    AnalysisRules(AnalysisRule rule) {
        this.rule = rule;
    }

    @Override
    public List<Finding> check(Assignment assignment) {
        return rule.check(assignment);
    }
}
