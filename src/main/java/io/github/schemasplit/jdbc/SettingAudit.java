package io.github.schemasplit.jdbc;

import io.github.schemasplit.plan.AlterSearchPath;
import io.github.schemasplit.plan.SettingOperation;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Literal;
import io.github.schemasplit.sql.SearchPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The part of the audit that is about the settings of the database and of roles: those of the plan are, with all else that is set
 * beside them, what they are to be, and no others are written.
 */
final class SettingAudit {
    private final Change change;
    private final int major;
    /** By where they are set, in order: a row of the catalog holds all that is set there. */
    private final Map<SettingOperation.Place, List<SettingOperation>> alterations = new LinkedHashMap<>();

    SettingAudit(Change change, int major) {
        this.change = change;
        this.major = major;
        for (SettingOperation alteration : change.plan().alteredSettings().toList()) {
            if (!alterations.containsKey(alteration.place())) {
                alterations.put(alteration.place(), new ArrayList<>());
            }
            alterations.get(alteration.place()).add(alteration);
        }
    }

    void declare(Block block) {
        List<String> roles = new ArrayList<>();
        List<String> everywhere = new ArrayList<>();
        List<String> before = new ArrayList<>();
        List<String> after = new ArrayList<>();
        int removed = 0;
        for (Map.Entry<SettingOperation.Place, List<SettingOperation>> altered : alterations.entrySet()) {
            SettingOperation.Place place = altered.getKey();
            List<String> now = place.settings(change.read().snapshot());
            List<String> then = now;
            Optional<SearchPath> path = Optional.empty();
            for (SettingOperation alteration : altered.getValue()) {
                then = alteration.after(then);
                if (alteration instanceof AlterSearchPath own) {
                    path = own.to();
                }
            }
            roles.add(
                    Literal.of(place.holder().map(Identifier::value).orElse("")).sql());
            everywhere.add(Boolean.toString(place.everywhere()));
            before.add(SettingsText.of(now, Optional.empty()));
            after.add(SettingsText.of(then, path));
            removed += then.isEmpty() ? 1 : 0;
        }
        block.add("ss_set_roles CONSTANT name[] := " + array(roles, "name") + ";");
        block.add("ss_set_everywhere CONSTANT bool[] := " + array(everywhere, "bool") + ";");
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
