package io.github.schemasplit.usecase;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.analysis.Severity;
import io.github.schemasplit.render.Runbook;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What people have to look after that no goal does, by what it is about. The first topic that has a code gets its findings. */
enum RunbookTopic {
    CLIENTS(
            "Clients and what they see",
            FindingCode.OLD_NAME_LOST,
            FindingCode.COMPAT_VIEW_LIMIT,
            FindingCode.SEARCH_PATH_NEEDS_TARGETS,
            FindingCode.ROUTINE_SEARCH_PATH,
            FindingCode.SEARCH_PATH_NOT_SET,
            FindingCode.OWNER_LACKS_CREATE),
    API(
            "The API in front",
            FindingCode.API_NOT_RECOGNISED,
            FindingCode.API_SCHEMAS_NOT_SET,
            FindingCode.API_SCHEMAS_ASSUMED,
            FindingCode.API_CONFIG_DIFFERS,
            FindingCode.API_ROLE_LACKS_USAGE,
            FindingCode.API_EMBEDDING_ENDS,
            FindingCode.API_COMPUTED_FIELD_LOST,
            FindingCode.API_GAINS_TABLES,
            FindingCode.WEBHOOK_SENDS_SCHEMA),
    SUBSCRIBERS(
            "Subscribers and publications",
            FindingCode.SUBSCRIBERS_MUST_FOLLOW,
            FindingCode.SUBSCRIPTION_FEEDS_MOVED_TABLE,
            FindingCode.PUBLICATION_OF_SCHEMA,
            FindingCode.PUBLICATION_GAINS_TABLES,
            FindingCode.PUBLICATION_FILTER_CHANGES),
    JOBS(
            "Scheduled jobs",
            FindingCode.CRON_JOB_NAMES_MOVED_OBJECT,
            FindingCode.CRON_JOB_NEEDS_A_PERSON,
            FindingCode.CRON_JOBS_NOT_READ),
    TEXTS(
            "Routines and other texts that name what moves",
            FindingCode.ROUTINE_NAMES_MOVED_OBJECT,
            FindingCode.ROUTINE_NEEDS_A_PERSON,
            FindingCode.ROUTINE_NO_LONGER_INLINED,
            FindingCode.EXPRESSION_NAMES_MOVED_OBJECT,
            FindingCode.EXPRESSION_NAMES_SOURCE_SCHEMA,
            FindingCode.SETTING_NAMES_MOVED_OBJECT,
            FindingCode.TRIGGER_ARGUMENT_NAMES_MOVED_OBJECT,
            FindingCode.EVENT_TRIGGER_NAMES_MOVED_OBJECT),
    SERVERS(
            "Other servers",
            FindingCode.FOREIGN_TABLE_NEEDS_SCHEMA_NAME,
            FindingCode.FOREIGN_TABLE_POINTS_BACK,
            FindingCode.DISTRIBUTED_TABLE),
    REST("And besides");

    /** Of these also what is only worth knowing. */
    private static final Set<RunbookTopic> WHOLE = Set.of(CLIENTS, API, SUBSCRIBERS, JOBS);

    /** Told of in the list of foreign keys. */
    private static final Set<FindingCode> LISTED =
            Set.of(FindingCode.CROSS_SCHEMA_FOREIGN_KEYS, FindingCode.OTHER_SCHEMA_FOREIGN_KEYS);

    private final String title;
    private final Set<FindingCode> codes;

    RunbookTopic(String title, FindingCode... codes) {
        this.title = title;
        this.codes = Set.of(codes);
    }

    /** The topics that have something. */
    static List<Runbook.Topic> of(Collection<Finding> findings) {
        List<Runbook.Topic> topics = new ArrayList<>();
        for (RunbookTopic topic : values()) {
            List<Runbook.Item> items = findings.stream()
                    .filter(topic::has)
                    .filter(f -> !f.remedy().startsWith("nothing"))
                    .map(f -> new Runbook.Item(f.subject(), f.message(), f.remedy()))
                    .toList();
            if (!items.isEmpty()) {
                topics.add(new Runbook.Topic(topic.title, items));
            }
        }
        return topics;
    }

    private boolean has(Finding finding) {
        boolean mine = this == REST
                ? !LISTED.contains(finding.code())
                        && List.of(values()).stream().noneMatch(t -> t.codes.contains(finding.code()))
                : codes.contains(finding.code());
        return mine && (finding.severity() != Severity.INFO || WHOLE.contains(this));
    }
}
