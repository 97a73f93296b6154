package io.github.schemasplit.analysis;

import io.github.schemasplit.names.RoutineTexts;
import java.util.List;

/** Every analysis rule there is; those that are not asked for are not loaded. */
final class AnalysisRules {
    private AnalysisRules() {}

    /** Those that can find errors. */
    static List<AnalysisRule> findingErrors(RoutineTexts texts) {
        return List.of(
                new EntryRule(),
                new SourceSchemaRule(),
                new PlatformSchemaRule(),
                new UnmappedTableRule(),
                new NameClashRule(),
                new ObjectOwnerRule(),
                new SchemaPrivilegeRule(),
                new OldNameRule(),
                new OldPathRule(),
                new SchemaOwnerRule(),
                new ExistingTargetRule(),
                new AccessRule(),
                new GrantedAccessRule(),
                new OpenedTargetRule(),
                new DistributedTableRule(),
                new ForeignKeyRule(),
                new PublicationRule(),
                new PublicationFilterRule(),
                new SubscriptionRule(),
                new RoutineRightsRule(texts),
                new RoutineSettingRule(texts),
                new RoutineRefusalRule(texts),
                new ScheduledJobRefusalRule(texts),
                new RoutinePathRule(texts),
                new PolicyEntryRule(),
                new RoleRightsRule(),
                new SecuredOldNameRule());
    }

    /** Those that find none, but what may be a hazard that somebody has to accept. */
    static List<AnalysisRule> findingHazards(RoutineTexts texts, List<TableVerdict> verdicts) {
        return List.of(
                new ForeignTableRule(),
                new LoopbackTableRule(),
                new TriggerArgumentRule(texts),
                new WebhookRule(),
                new RoutineTextRule(texts),
                new ExpressionTextRule(texts),
                new SchemaExpressionRule(),
                new SearchPathRule(),
                new ScheduledJobRule(texts),
                new SettingTextRule(texts),
                new ViewLimitRule(verdicts),
                new ApiEmbeddingRule(),
                new ComputedFieldRule(),
                new ExposingMoveRule(),
                new PolicyRightsRule(),
                new PolicyEffectRule());
    }

    /** Those that find neither, so that a migration does without them. */
    static List<AnalysisRule> advising(RoutineTexts texts) {
        return List.of(
                new BookkeepingTableRule(),
                new ServedSchemaRule(),
                new ApiConfigRule(),
                new UnreachableTargetRule(),
                new IndexOwnerRule(),
                new DefaultAclRule(),
                new EventTriggerRule(texts),
                new RoutineSearchPathRule(texts),
                new InlinedRoutineRule(texts),
                new ExtensionObjectRule(),
                new ChildRule(),
                new ConstraintSchemaRule(),
                new StayingViewRule(),
                new StayingSequenceRule(),
                new ExposedTableRule(),
                new PolicyRoleRule(),
                new DefinerPathRule(),
                new BypassingViewRule(),
                new PolicyIndexRule(),
                new PublicPrivilegeRule(),
                new OpenSchemaRule(),
                new MissingPolicyRule(),
                new PolicyRollbackRule());
    }
}
