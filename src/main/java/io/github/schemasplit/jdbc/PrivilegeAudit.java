package io.github.schemasplit.jdbc;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.schemasplit.catalog.Grantee;
import io.github.schemasplit.catalog.Privilege;
import io.github.schemasplit.plan.AlterDefaultPrivileges;
import io.github.schemasplit.plan.CreateSchema;
import io.github.schemasplit.plan.DropSchema;
import io.github.schemasplit.plan.GrantOnSchema;
import io.github.schemasplit.plan.GrantScope;
import io.github.schemasplit.plan.Operation;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.plan.RevokeOnSchema;
import io.github.schemasplit.plan.SchemaOperation;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Literal;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The part of the audit that is about the schemas of a plan's operations: that they give to nobody, and take from nobody, what the
 * plan does not. That the operations wrote their rows says nothing of it: an event trigger may have written the same rows again.
 */
final class PrivilegeAudit {
    /** What a line of the right to grant a privilege on has after it. */
    private static final String GRANTABLE = "*";

    private final Plan plan;
    private final int major;

    PrivilegeAudit(Plan plan, int major) {
        this.plan = plan;
        this.major = major;
    }

    void declare(Block block) {
        block.add("ss_schemas CONSTANT name[] := " + Block.names(schemas()) + ";");
        block.add("ss_planned CONSTANT jsonb := " + Literal.of(planned()).sql() + ";");
        block.add("ss_privileges text[];");
        block.add("ss_privileges_now text[];");
    }

    /** Before anything is written: what the schemas give. */
    void begin(Block block) {
        block.add("ss_privileges := ARRAY(" + query("audit-privileges") + ");");
    }

    /** Compares after the operations on schemas, and at the end where others' code may have run meanwhile. */
    void look(Block block) {
        block.add("IF ss_pass = 2 OR ss_pass = 4 AND ss_watched THEN");
        block.add("ss_privileges_now := ARRAY(" + query("audit-privileges") + ");");
        block.raiseIfAny(
                query("audit-privileges-unplanned"),
                UnplannedRows.AS_FOUND,
                SqlStates.UNACCOUNTED,
                "something was changed that is not in the plan");
        block.add("END IF;");
    }

    /** The schemas whose own rows the operations write. */
    private SortedSet<Identifier> schemas() {
        SortedSet<Identifier> schemas = new TreeSet<>();
        for (Operation operation : plan.operations()) {
            if (operation instanceof SchemaOperation own) {
                schemas.add(own.schema());
            } else if (operation instanceof AlterDefaultPrivileges defaults) {
                schemas.add(defaults.schema());
            }
        }
        return schemas;
    }

    /** What {@code audit-privileges-unplanned} takes as planned, as JSON. */
    private String planned() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeArrayFieldStart("made");
            for (Operation operation : plan.operations()) {
                if (operation instanceof CreateSchema create) {
                    json.writeString(create.schema().value());
                }
            }
            json.writeEndArray();
            json.writeArrayFieldStart("dropped");
            for (Operation operation : plan.operations()) {
                if (operation instanceof DropSchema drop) {
                    json.writeString(drop.schema().value());
                }
            }
            json.writeEndArray();
            writeLines(json, "granted", true);
            writeLines(json, "revoked", false);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a StringWriter takes everything", e);
        }
        return text.toString();
    }

    private void writeLines(JsonGenerator json, String name, boolean granted) throws IOException {
        json.writeArrayFieldStart(name);
        for (Operation operation : plan.operations()) {
            for (List<String> line : granted ? granted(operation) : revoked(operation)) {
                json.writeArray(line.toArray(new String[0]), 0, line.size());
            }
        }
        json.writeEndArray();
    }

    /** The lines of {@code audit-privileges} that an operation may add. */
    private static List<List<String>> granted(Operation operation) {
        if (operation instanceof CreateSchema create) {
            return List.of(List.of(
                    create.schema().value(),
                    "pg_namespace.nspowner",
                    create.owner().value()));
        }
        if (operation instanceof GrantOnSchema grant) {
            return List.of(
                    line(grant.schema(), grant.grantee(), grant.privilege().sql()));
        }
        if (operation instanceof AlterDefaultPrivileges defaults && defaults.grant()) {
            return lines(defaults, true, defaults.scope() != GrantScope.PRIVILEGE);
        }
        return List.of();
    }

    /** The lines of {@code audit-privileges} that an operation may take away, with a privilege the right to grant it on. */
    private static List<List<String>> revoked(Operation operation) {
        if (operation instanceof RevokeOnSchema revoke) {
            String privilege = revoke.privilege().sql();
            return List.of(
                    line(revoke.schema(), revoke.grantee(), privilege),
                    line(revoke.schema(), revoke.grantee(), privilege + GRANTABLE));
        }
        if (operation instanceof AlterDefaultPrivileges defaults && !defaults.grant()) {
            return lines(defaults, defaults.scope() != GrantScope.GRANT_OPTION_ALONE, true);
        }
        return List.of();
    }

    private static List<String> line(Identifier schema, Grantee grantee, String privilege) {
        return List.of(schema.value(), "pg_namespace.nspacl", name(grantee), privilege);
    }

    private static List<List<String>> lines(AlterDefaultPrivileges defaults, boolean plain, boolean grantable) {
        List<List<String>> lines = new ArrayList<>();
        for (Privilege privilege : defaults.privileges()) {
            for (String form : List.of(plain ? privilege.sql() : "", grantable ? privilege.sql() + GRANTABLE : "")) {
                if (!form.isEmpty()) {
                    lines.add(List.of(
                            defaults.schema().value(),
                            "pg_default_acl.defaclacl",
                            defaults.role().value(),
                            String.valueOf(defaults.objects().letter()),
                            name(defaults.grantee()),
                            form));
                }
            }
        }
        return lines;
    }

    private static String name(Grantee grantee) {
        return grantee.role().map(Identifier::value).orElse("");
    }

    private String query(String name) {
        return new CatalogQuery(name).sql(major);
    }
}
