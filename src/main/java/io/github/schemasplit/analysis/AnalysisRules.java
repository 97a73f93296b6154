package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import java.util.List;

/** Every analysis rule there is. */
enum AnalysisRules implements AnalysisRule {
    ENTRIES(new EntryRule()),
    SOURCE_SCHEMA(new SourceSchemaRule()),
    UNMAPPED_TABLES(new UnmappedTableRule()),
    BOOKKEEPING_TABLES(new BookkeepingTableRule()),
    NAME_CLASHES(new NameClashRule()),
    OBJECT_OWNERS(new ObjectOwnerRule()),
    SCHEMA_PRIVILEGES(new SchemaPrivilegeRule()),
    SCHEMA_OWNERS(new SchemaOwnerRule()),
    EXISTING_TARGETS(new ExistingTargetRule()),
    ACCESS(new AccessRule()),
    OPENED_TARGETS(new OpenedTargetRule()),
    UNREACHABLE_TARGETS(new UnreachableTargetRule()),
    INDEX_OWNERS(new IndexOwnerRule()),
    FOREIGN_KEYS(new ForeignKeyRule()),
    DEFAULT_ACLS(new DefaultAclRule()),
    PUBLICATIONS(new PublicationRule()),
    PUBLICATION_FILTERS(new PublicationFilterRule()),
    FOREIGN_TABLES(new ForeignTableRule()),
    ROUTINE_TEXT(new RoutineTextRule()),
    EXPRESSION_TEXT(new ExpressionTextRule()),
    ROUTINE_SEARCH_PATHS(new RoutineSearchPathRule()),
    SEARCH_PATHS(new SearchPathRule()),
    EXTENSION_OBJECTS(new ExtensionObjectRule()),
    CHILDREN(new ChildRule()),
    STAYING_VIEWS(new StayingViewRule()),
    STAYING_SEQUENCES(new StayingSequenceRule()),
    NOT_BUILT_YET(new NotBuiltYetRule());

    private final AnalysisRule rule;

    AnalysisRules(AnalysisRule rule) {
        this.rule = rule;
    }

    @Override
    public List<Finding> check(Assignment assignment) {
        return rule.check(assignment);
    }
}
