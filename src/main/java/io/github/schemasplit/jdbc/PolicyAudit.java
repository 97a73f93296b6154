package io.github.schemasplit.jdbc;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.PolicyDefinition;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.plan.AlterPrivileges;
import io.github.schemasplit.plan.AlterRowSecurity;
import io.github.schemasplit.plan.DropPolicy;
import io.github.schemasplit.plan.NamedPolicyOperation;
import io.github.schemasplit.plan.Operation;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.plan.PolicyOperation;
import io.github.schemasplit.plan.RowSecurityAction;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Literal;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The part of the audit that is about row security: the policies of the plan are there, or gone, for the commands and roles that the plan
 * says, no policy is written more often than the plan does, and row security is enabled and forced for the tables that it says, before
 * and after. What their expressions have become is the server's to say, and {@code schema:verify}'s.
 */
final class PolicyAudit {
    private record Key(ObjectId relation, Identifier policy) {}

    /** What a policy is; empty when it is not there. */
    private record Said(String subject, Optional<PolicyDefinition> definition) {}

    private record Wall(String subject, boolean enabled, boolean forced) {}

    /** How many rows of policies this session has written since it last reported to the server's counters. */
    private static final String WRITTEN = "(pg_stat_get_xact_tuples_inserted('pg_policy'::regclass)"
            + " + pg_stat_get_xact_tuples_updated('pg_policy'::regclass))";

    private final int major;
    private final boolean any;
    private final Map<Key, Said> before = new LinkedHashMap<>();
    private final Map<Key, Said> after = new LinkedHashMap<>();
    private final Map<ObjectId, Wall> wallsBefore = new TreeMap<>();
    private final Map<ObjectId, Wall> wallsAfter = new TreeMap<>();
    private int written;
    private int removed;

    PolicyAudit(Plan plan, Snapshot snapshot, int major) {
        this.major = major;
        this.any = plan.access().findAny().isPresent();
        for (Operation operation : plan.operations()) {
            if (operation instanceof PolicyOperation own) {
                addWall(snapshot, own.relation());
                add(own);
            } else if (operation instanceof AlterPrivileges alter) {
                snapshot.relations().stream()
                        .filter(alter.holder()::isOf)
                        .forEach(relation -> addWall(snapshot, relation.id()));
            }
        }
    }

    private void add(PolicyOperation operation) {
        if (operation instanceof NamedPolicyOperation named) {
            Optional<PolicyDefinition> to = named.inverse().definitionBefore();
            Key key = new Key(named.relation(), named.policy());
            before.putIfAbsent(key, new Said(named.subject(), named.definitionBefore()));
            after.put(key, new Said(named.subject(), to));
            written += to.isPresent() ? 1 : 0;
            if (named instanceof DropPolicy drop) {
                removed += drop.comment().isPresent() ? 2 : 1;
            }
        } else if (operation instanceof AlterRowSecurity alter) {
            Wall wall = wallsAfter.getOrDefault(alter.relation(), new Wall(alter.subject(), false, false));
            wallsAfter.put(alter.relation(), after(wall, alter.action()));
        }
    }

    private static Wall after(Wall wall, RowSecurityAction action) {
        return switch (action) {
            case ENABLE, DISABLE -> new Wall(wall.subject(), action == RowSecurityAction.ENABLE, wall.forced());
            case FORCE, NO_FORCE -> new Wall(wall.subject(), wall.enabled(), action == RowSecurityAction.FORCE);
        };
    }

    private void addWall(Snapshot snapshot, ObjectId table) {
        if (snapshot.find(table).orElse(null) instanceof Relation relation) {
            Wall wall = new Wall(relation.describe(), relation.rowSecurity(), relation.rowSecurityForced());
            wallsBefore.putIfAbsent(table, wall);
            wallsAfter.putIfAbsent(table, wall);
        }
    }

    void declare(Block block) {
        block.add("ss_policies jsonb := " + Literal.of(policies(before)).sql() + ";");
        block.add("ss_policies_to CONSTANT jsonb := "
                + Literal.of(policies(after)).sql() + ";");
        block.add("ss_walls jsonb := " + Literal.of(walls(wallsBefore)).sql() + ";");
        block.add(
                "ss_walls_to CONSTANT jsonb := " + Literal.of(walls(wallsAfter)).sql() + ";");
        block.add("ss_policies_written int8;");
        block.add("ss_policies_removed CONSTANT int8 := " + removed + ";");
    }

    private static String policies(Map<Key, Said> policies) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Map.Entry<Key, Said> policy : policies.entrySet()) {
            Key key = policy.getKey();
            Said said = policy.getValue();
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("what", said.subject());
            row.put("relation", key.relation().oid());
            row.put("name", key.policy().value());
            row.put("there", said.definition().isPresent());
            if (said.definition().isPresent()) {
                PolicyDefinition definition = said.definition().get();
                row.put("cmd", String.valueOf(definition.command().letter()));
                row.put("permissive", definition.permissive());
                row.put(
                        "roles",
                        definition.roles().isEmpty()
                                ? List.of("")
                                : definition.roles().stream()
                                        .map(Identifier::value)
                                        .toList());
                row.put("filtered", definition.using().isPresent());
                row.put("checked", definition.check().isPresent());
            }
            rows.add(row);
        }
        return json(rows);
    }

    private static String walls(Map<ObjectId, Wall> walls) {
        List<Map<String, Object>> rows = new ArrayList<>();
        walls.forEach((table, wall) -> rows.add(Map.of(
                "what", wall.subject(), "relation", table.oid(), "enabled", wall.enabled(), "forced", wall.forced())));
        return json(rows);
    }

    private static String json(List<Map<String, Object>> rows) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartArray();
            for (Map<String, Object> row : rows) {
                json.writeStartObject();
                for (Map.Entry<String, Object> field : row.entrySet()) {
                    json.writeFieldName(field.getKey());
                    write(json, field.getValue());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a StringWriter takes everything", e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Boolean bool) {
            json.writeBoolean(bool);
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof List<?> texts) {
            json.writeArray(texts.stream().map(String::valueOf).toArray(String[]::new), 0, texts.size());
        } else {
            json.writeString(String.valueOf(value));
        }
    }

    /** Before anything is written: whether row security is as it was when the change was planned. */
    void begin(Block block) {
        if (any) {
            block.raiseIf(
                    "EXISTS (" + query("audit-policies") + ")",
                    SqlStates.CHANGED,
                    "the catalog is not the one that was read");
            block.add("ss_policies_written := " + WRITTEN + ";");
        }
    }

    /** At the first look: whether it is still as it was. At the last: whether it is what it is to be. */
    void check(Block block) {
        if (any) {
            block.add("IF ss_pass <> 3 THEN");
            block.raiseIfAny(
                    AccessAudit.unlessSecond("SELECT array_agg(w.subject) FROM (" + query("audit-policies") + ") AS w"),
                    UnplannedRows.AS_FOUND,
                    SqlStates.UNACCOUNTED,
                    "row security is not what it should be");
            block.add("IF ss_pass = 4 THEN");
            block.raiseIfAny(
                    "SELECT ARRAY['pg_policy: rows written'] WHERE current_setting('track_counts')::bool AND " + WRITTEN
                            + " <> ss_policies_written + " + written,
                    UnplannedRows.AS_FOUND,
                    SqlStates.UNACCOUNTED,
                    "something was changed that is not in the plan");
            block.add("END IF;");
            block.add("ss_policies := ss_policies_to; ss_walls := ss_walls_to;");
            block.add("END IF;");
        }
    }

    private String query(String name) {
        return new CatalogQuery(name).sql(major);
    }
}
