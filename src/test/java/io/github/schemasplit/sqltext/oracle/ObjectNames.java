package io.github.schemasplit.sqltext.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Names in statements that say of what kind of object they are: DROP TABLE, COMMENT ON FUNCTION, GRANT … ON TYPE. */
record ObjectNames(ReferenceCollector found, ReferenceWalk walk) {
    private static final int FUNCTION_OF_OPERATOR_CLASS = 2;

    void visit(String type, JsonNode node, CommonTables tables) {
        switch (type) {
            case "DropStmt" -> statement(node, "removeType", "objects", tables);
            case "RenameStmt" -> statement(node, "renameType", "object", tables);
            case "CommentStmt", "SecLabelStmt", "AlterExtensionContentsStmt" ->
                statement(node, "objtype", "object", tables);
            case "GrantStmt" -> statement(node, "objtype", "objects", tables);
            case "AlterObjectSchemaStmt", "AlterOwnerStmt", "AlterObjectDependsStmt" ->
                statement(node, "objectType", "object", tables);
            case "AlterTableStmt" -> statement(node, "objtype", "object", tables);
            case "ObjectWithArgs" -> routine(node, tables);
            case "AlterOperatorStmt" -> {
                arguments(node.path("opername"), tables);
                walk.fields(node, tables, "opername");
            }
            case "CreateOpClassItem" -> {
                if (node.path("itemtype").asInt() == FUNCTION_OF_OPERATOR_CLASS) {
                    routine(node.path("name"), tables);
                } else {
                    arguments(node.path("name"), tables);
                }
                walk.fields(node, tables, "name");
            }
            default -> walk.fields(node, tables);
        }
    }

    private void statement(JsonNode node, String kindField, String objectField, CommonTables tables) {
        String kind = node.path(kindField).asText();
        JsonNode object = node.path(objectField);
        if (objectField.equals("objects")) {
            object.forEach(each -> object(kind, each, tables));
        } else {
            object(kind, object, tables);
        }
        JsonNode relation = node.path("relation");
        boolean type =
                kind.equals("OBJECT_TYPE") || node.path("relationType").asText().equals("OBJECT_TYPE");
        found.rangeVar(relation, type ? ReferenceKind.TYPE : ReferenceKind.RELATION, false);
        walk.fields(node, tables, objectField, "relation");
    }

    private void object(String kind, JsonNode object, CommonTables tables) {
        boolean list = object.has("List");
        switch (kind) {
            case "OBJECT_FUNCTION", "OBJECT_PROCEDURE", "OBJECT_ROUTINE", "OBJECT_AGGREGATE" ->
                routine(object.path("ObjectWithArgs"), tables);
            case "OBJECT_OPERATOR" -> arguments(object.path("ObjectWithArgs"), tables);
            case "OBJECT_TYPE", "OBJECT_DOMAIN" -> {
                if (list) {
                    found.name(ReferenceKind.TYPE, object, -1, false);
                } else {
                    walk.walk(object, tables);
                }
            }
            case "OBJECT_DOMCONSTRAINT" -> domainOf(object);
            case "OBJECT_COLUMN" -> found.name(ReferenceKind.COLUMN, object, -1, false);
            case "OBJECT_TRIGGER", "OBJECT_RULE", "OBJECT_POLICY", "OBJECT_TABCONSTRAINT" -> found.relationOf(object);
            case "OBJECT_TABLE",
                    "OBJECT_VIEW",
                    "OBJECT_MATVIEW",
                    "OBJECT_INDEX",
                    "OBJECT_SEQUENCE",
                    "OBJECT_FOREIGN_TABLE" -> {
                if (list) {
                    found.name(ReferenceKind.RELATION, object, -1, false);
                } else {
                    walk.walk(object, tables);
                }
            }
            default -> walk.walk(object, tables);
        }
    }

    /** ALTER DOMAIN names the domain alone, COMMENT its constraint, too. */
    private void domainOf(JsonNode object) {
        JsonNode type = object.at("/List/items/0/TypeName/names");
        found.name(ReferenceKind.TYPE, type.isMissingNode() ? object : type, -1, false);
    }

    private void routine(JsonNode node, CommonTables tables) {
        JsonNode routine = node.has("ObjectWithArgs") ? node.path("ObjectWithArgs") : node;
        found.name(ReferenceKind.ROUTINE, routine.path("objname"), -1, false);
        arguments(routine, tables);
    }

    private void arguments(JsonNode node, CommonTables tables) {
        for (String field : List.of("objargs", "objfuncargs")) {
            walk.walk(node.path(field), tables);
        }
    }
}
