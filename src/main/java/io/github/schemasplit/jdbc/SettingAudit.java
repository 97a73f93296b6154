package io.github.schemasplit.jdbc;

import io.github.schemasplit.plan.AlterSearchPath;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Literal;
import io.github.schemasplit.sql.SearchPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The part of the audit that is about the settings of the database and of roles in it: those of the plan are, with all else that is set
 * beside them, what they are to be, and no others are written.
 */
final class SettingAudit {
    private final Change change;
    private final int major;
    private final List<AlterSearchPath> alterations;

    SettingAudit(Change change, int major) {
        this.change = change;
        this.major = major;
        this.alterations = change.plan().searchPaths().toList();
    }

    void declare(Block block) {
        List<String> roles = new ArrayList<>();
        List<String> before = new ArrayList<>();
        List<String> after = new ArrayList<>();
        int removed = 0;
        for (AlterSearchPath alteration : alterations) {
            List<String> now = alteration.settings(change.read().snapshot());
            List<String> then = SearchPath.set(now, alteration.to());
            roles.add(Literal.of(alteration.role().map(Identifier::value).orElse(""))
                    .sql());
            before.add(SettingsText.of(now, Optional.empty()));
            after.add(SettingsText.of(then, alteration.to()));
            removed += then.isEmpty() ? 1 : 0;
        }
        block.add("ss_set_roles CONSTANT name[] := " + array(roles, "name") + ";");
        block.add("ss_set_settings text[] := " + array(before, "text") + ";");
        block.add("ss_set_settings_to CONSTANT text[] := " + array(after, "text") + ";");
        block.add("ss_set_removed CONSTANT int8 := " + removed + ";");
    }

    private static String array(List<String> elements, String type) {
        return "ARRAY[" + String.join(", ", elements) + "]::" + type + "[]";
    }

    /** Before anything is written: whether they are as they were when the change was planned. */
    void begin(Block block) {
        if (!alterations.isEmpty()) {
            block.raiseIf("EXISTS (" + query() + ")", SqlStates.CHANGED, "the catalog is not the one that was read");
            block.add("ss_set_settings := ss_set_settings_to;");
        }
    }

    /** At the last look: whether they are what they are to be. */
    void check(Block block) {
        if (!alterations.isEmpty()) {
            block.add("IF ss_pass = 4 THEN");
            block.raiseIfAny(
                    "SELECT array_agg(w.subject) FROM (" + query() + ") AS w",
                    UnplannedRows.AS_FOUND,
                    SqlStates.UNACCOUNTED,
                    "a setting is not as it should be");
            block.add("END IF;");
        }
    }

    private String query() {
        return new CatalogQuery("audit-settings").sql(major);
    }
}
