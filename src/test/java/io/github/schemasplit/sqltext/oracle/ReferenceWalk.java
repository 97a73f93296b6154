package io.github.schemasplit.sqltext.oracle;

import static io.github.schemasplit.sqltext.oracle.ReferenceKind.COLUMN;
import static io.github.schemasplit.sqltext.oracle.ReferenceKind.RELATION;
import static io.github.schemasplit.sqltext.oracle.ReferenceKind.ROUTINE;
import static io.github.schemasplit.sqltext.oracle.ReferenceKind.TYPE;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * Walks a parse tree for references. What it does not know, it looks through for what it does.
 *
 * <p>A node is an object with its type for the only key; where the grammar knows the type, the tree leaves that out, and
 * it is told by its fields.
 */
final class ReferenceWalk {
    private static final int LEAST_OF_A_QUALIFIED_COLUMN = 3;

    private final ReferenceCollector found;
    private final ObjectNames objects;
    /** What the options are of that are being walked over. */
    private Definition.Owner owner = Definition.Owner.OTHER;

    ReferenceWalk(ReferenceCollector found) {
        this.found = found;
        this.objects = new ObjectNames(found, this);
    }

    void walk(JsonNode node, CommonTables tables) {
        if (node.isArray()) {
            node.forEach(element -> walk(element, tables));
        } else if (node.isObject()) {
            String only = node.size() == 1 ? node.fieldNames().next() : "";
            if (!only.isEmpty() && Character.isUpperCase(only.charAt(0))) {
                visit(only, node.path(only), tables);
            } else {
                visit(typeOf(node), node, tables);
            }
        }
    }

    private static String typeOf(JsonNode node) {
        if (node.has("relname")) {
            return "RangeVar";
        } else if (node.has("names") && node.has("typemod")) {
            return "TypeName";
        } else if (node.has("funcname") && node.has("funcformat")) {
            return "FuncCall";
        } else if (node.has("limitOption")) {
            return "SelectStmt";
        } else if (node.has("rel") && node.has("onCommit")) {
            return "IntoClause";
        } else if (node.has("objname")) {
            return "ObjectWithArgs";
        }
        return "";
    }

    private void visit(String type, JsonNode node, CommonTables tables) {
        switch (type) {
            case "RangeVar" -> {
                if (!tables.have(node)) {
                    found.rangeVar(node, RELATION, false);
                }
            }
            case "TypeName" -> typeName(node, tables);
            case "FuncCall" -> {
                if (!node.path("funcformat").asText().equals("COERCE_SQL_SYNTAX")) {
                    found.nameIfWritten(ROUTINE, node.path("funcname"), ReferenceCollector.location(node));
                }
                fields(node, tables, "funcname");
            }
            case "ColumnRef" -> {
                if (node.path("fields").size() >= LEAST_OF_A_QUALIFIED_COLUMN) {
                    found.name(COLUMN, node.path("fields"), ReferenceCollector.location(node), false);
                }
            }
            case "RangeTableSample" -> {
                found.name(ROUTINE, node.path("method"), ReferenceCollector.location(node), false);
                fields(node, tables, "method");
            }
            case "SelectStmt" -> fields(node, with(node, tables), "withClause");
            case "InsertStmt", "UpdateStmt", "DeleteStmt", "MergeStmt" -> {
                found.rangeVar(node.path("relation"), RELATION, false);
                fields(node, with(node, tables), "withClause", "relation");
            }
            case "ConstraintsSetStmt" ->
                node.path("constraints")
                        .forEach(each -> found.rangeVar(each.path("RangeVar"), ReferenceKind.CONSTRAINT, false));
            // These name aliases and another server's tables.
            case "LockingClause", "ImportForeignSchemaStmt" -> {}
            default -> {
                Definition.Owner outer = owner;
                owner = Definition.Owner.of(type, node, outer);
                statement(type, node, tables);
                owner = outer;
            }
        }
    }

    /** Statements that make or name something by a field of their own. */
    private void statement(String type, JsonNode node, CommonTables tables) {
        switch (type) {
            case "CreateStmt" -> created(node, "relation", RELATION, tables);
            case "CreateForeignTableStmt" -> {
                // Our table, and then what comes from the other server.
                created(node.path(node.has("base") ? "base" : "baseStmt"), "relation", RELATION, tables);
                fields(node, tables, "base", "baseStmt");
            }
            case "IntoClause" -> created(node, "rel", RELATION, tables);
            case "ViewStmt" -> created(node, "view", RELATION, tables);
            case "CreateSeqStmt" -> created(node, "sequence", RELATION, tables);
            case "CompositeTypeStmt" -> created(node, "typevar", TYPE, tables);
            case "IndexStmt" -> {
                if (node.has("idxname")) {
                    found.created(node.path("idxname").asText());
                }
                fields(node, tables);
            }
            case "CreateEnumStmt", "CreateRangeStmt" -> named(node, "typeName", TYPE, true, tables);
            case "CreateDomainStmt" -> named(node, "domainname", TYPE, true, tables);
            case "AlterEnumStmt", "AlterDomainStmt", "AlterTypeStmt" -> named(node, "typeName", TYPE, false, tables);
            case "CreateFunctionStmt" -> {
                found.name(ROUTINE, node.path("funcname"), -1, true);
                // A table of one column returns its type, which the tree then has twice.
                boolean table = node.path("parameters").toString().contains("FUNC_PARAM_TABLE");
                fields(node, tables, "funcname", table ? "returnType" : "");
                if (table) {
                    found.repeated(() -> walk(node.path("returnType"), tables));
                }
            }
            case "CreateTrigStmt", "CreateEventTrigStmt" -> named(node, "funcname", ROUTINE, false, tables);
            case "CreateConversionStmt" -> named(node, "func_name", ROUTINE, false, tables);
            case "CreateAmStmt" -> named(node, "handler_name", ROUTINE, false, tables);
            case "CreatePLangStmt" -> {
                List.of("plhandler", "plinline", "plvalidator")
                        .forEach(field -> found.name(ROUTINE, node.path(field), -1, false));
            }
            case "DefineStmt" -> {
                switch (node.path("kind").asText()) {
                    case "OBJECT_TYPE" -> found.name(TYPE, node.path("defnames"), -1, true);
                    case "OBJECT_AGGREGATE" -> found.name(ROUTINE, node.path("defnames"), -1, true);
                    default -> {}
                }
                fields(node, tables, "defnames");
            }
            case "DefElem" -> new Definition(found, this, owner).visit(node, tables);
            default -> objects.visit(type, node, tables);
        }
    }

    /** Any type, which is a column's where it is {@code %TYPE}. */
    private void typeName(JsonNode node, CommonTables tables) {
        if (node.path("pct_type").asBoolean()) {
            found.name(COLUMN, node.path("names"), ReferenceCollector.location(node), false);
        } else {
            found.nameIfWritten(TYPE, node.path("names"), ReferenceCollector.location(node));
        }
        fields(node, tables, "names");
    }

    private void created(JsonNode node, String field, ReferenceKind kind, CommonTables tables) {
        found.rangeVar(node.path(field), kind, true);
        fields(node, tables, field);
    }

    private void named(JsonNode node, String field, ReferenceKind kind, boolean created, CommonTables tables) {
        found.name(kind, node.path(field), -1, created);
        fields(node, tables, field);
    }

    /** Walks the queries of WITH and gives what the rest of the statement sees. */
    private CommonTables with(JsonNode statement, CommonTables outer) {
        JsonNode clause = statement.path("withClause");
        CommonTables all = outer;
        for (JsonNode query : clause.path("ctes")) {
            all = all.and(query);
        }
        CommonTables seen = clause.path("recursive").asBoolean() ? all : outer;
        for (JsonNode query : clause.path("ctes")) {
            walk(query, seen);
            seen = seen.and(query);
        }
        return all;
    }

    void fields(JsonNode node, CommonTables tables, String... without) {
        List<String> skipped = List.of(without);
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (!skipped.contains(field.getKey())) {
                walk(field.getValue(), tables);
            }
        }
    }
}
