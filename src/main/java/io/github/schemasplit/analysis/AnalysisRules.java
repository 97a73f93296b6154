package io.github.schemasplit.analysis;

import java.util.List;

/** Every analysis rule there is; those that are not asked for are not loaded. */
final class AnalysisRules {
    private AnalysisRules() {}

    /** Those that can find errors. */
    static List<AnalysisRule> findingErrors() {
        return List.of(
                new EntryRule(),
                new SourceSchemaRule(),
                new UnmappedTableRule(),
                new NameClashRule(),
                new ObjectOwnerRule(),
                new SchemaPrivilegeRule(),
                new SchemaOwnerRule(),
                new ExistingTargetRule(),
                new AccessRule(),
                new OpenedTargetRule(),
                new DistributedTableRule(),
                new ForeignKeyRule(),
                new PublicationRule(),
                new PublicationFilterRule(),
                new SubscriptionRule(),
                new RoutineRightsRule(),
                new RoutineSettingRule(),
                new RoutineRefusalRule(),
                new ScheduledJobRefusalRule(),
                new RoutinePathRule());
    }

    /** Those that never do, so that what only asks for errors does without them. */
    static List<AnalysisRule> advising() {
        return List.of(
                new BookkeepingTableRule(),
                new UnreachableTargetRule(),
                new IndexOwnerRule(),
                new DefaultAclRule(),
                new ForeignTableRule(),
                new LoopbackTableRule(),
                new TriggerArgumentRule(),
                new WebhookRule(),
                new EventTriggerRule(),
                new RoutineTextRule(),
                new ExpressionTextRule(),
                new SchemaExpressionRule(),
                new RoutineSearchPathRule(),
                new InlinedRoutineRule(),
                new SearchPathRule(),
                new ScheduledJobRule(),
                new SettingTextRule(),
                new ExtensionObjectRule(),
                new ChildRule(),
                new ConstraintSchemaRule(),
                new StayingViewRule(),
                new StayingSequenceRule(),
                new NotBuiltYetRule());
    }
}
