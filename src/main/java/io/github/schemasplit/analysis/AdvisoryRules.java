package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import java.util.List;

/** The analysis rules that never find errors, so that what only asks for those does without them. */
enum AdvisoryRules implements AnalysisRule {
    BOOKKEEPING_TABLES(new BookkeepingTableRule()),
    UNREACHABLE_TARGETS(new UnreachableTargetRule()),
    INDEX_OWNERS(new IndexOwnerRule()),
    DEFAULT_ACLS(new DefaultAclRule()),
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

    AdvisoryRules(AnalysisRule rule) {
        this.rule = rule;
    }

    @Override
    public List<Finding> check(Assignment assignment) {
        return rule.check(assignment);
    }
}
