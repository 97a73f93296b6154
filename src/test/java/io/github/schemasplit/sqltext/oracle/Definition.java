package io.github.schemasplit.sqltext.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/**
 * An option of a statement, {@code name = value}.
 *
 * <p>The grammar reads a value that is a name as a type, whatever it names: the option says what it is.
 */
record Definition(ReferenceCollector found, ReferenceWalk walk, Owner owner) {
    /** What options are of. */
    enum Owner {
        /** An aggregate, operator, type, text search parser or template: names are of routines and types. */
        OBJECT,
        /** A sequence: {@code AS} names a type. */
        SEQUENCE,
        /** Anything else, such as a table's storage: a name is a text. */
        OTHER;

        static Owner of(String node, JsonNode fields, Owner outer) {
            return switch (node) {
                case "DefineStmt" ->
                    switch (fields.path("kind").asText()) {
                        case "OBJECT_TSDICTIONARY", "OBJECT_TSCONFIGURATION", "OBJECT_COLLATION" -> OTHER;
                        default -> OBJECT;
                    };
                case "CreateRangeStmt", "AlterTypeStmt", "AlterOperatorStmt" -> OBJECT;
                case "CreateSeqStmt", "AlterSeqStmt" -> SEQUENCE;
                case "Constraint" -> fields.path("contype").asText().equals("CONSTR_IDENTITY") ? SEQUENCE : OTHER;
                default -> node.endsWith("Stmt") ? OTHER : outer;
            };
        }
    }

    private static final Set<String> ROUTINES = Set.of(
            // CREATE AGGREGATE
            "sfunc",
            "sfunc1",
            "finalfunc",
            "combinefunc",
            "serialfunc",
            "deserialfunc",
            "msfunc",
            "minvfunc",
            "mfinalfunc",
            // CREATE OPERATOR
            "function",
            "procedure",
            "restrict",
            "join",
            // CREATE TYPE
            "input",
            "output",
            "receive",
            "send",
            "typmod_in",
            "typmod_out",
            "analyze",
            "subscript",
            "canonical",
            "subtype_diff",
            // CREATE TEXT SEARCH PARSER and TEMPLATE
            "start",
            "gettoken",
            "end",
            "headline",
            "lextypes",
            "init",
            "lexize");
    private static final Set<String> TYPES = Set.of(
            // CREATE AGGREGATE
            "basetype",
            "stype",
            "stype1",
            "mstype",
            // CREATE OPERATOR
            "leftarg",
            "rightarg",
            // CREATE TYPE
            "like",
            "element",
            "subtype",
            "multirange_type_name");
    private static final Set<String> ROUTINE_LISTS = Set.of("support", "handler", "validator");

    void visit(JsonNode node, CommonTables tables) {
        String name = node.path("defname").asText();
        JsonNode value = node.path("arg");
        JsonNode type = value.path("TypeName");
        if (value.has("List") && ROUTINE_LISTS.contains(name)) {
            found.name(ReferenceKind.ROUTINE, value, -1, false);
        } else if (value.has("List") && name.equals("sequence_name")) {
            found.name(ReferenceKind.RELATION, value, -1, true);
        } else if (value.has("List") && name.equals("owned_by")) {
            if (!NameList.of(value).names().equals(List.of("none"))) {
                found.name(ReferenceKind.COLUMN, value, -1, false);
            }
        } else if (value.has("TypeName") && owner == Owner.OBJECT && ROUTINES.contains(name)) {
            found.nameIfWritten(ReferenceKind.ROUTINE, type.path("names"), ReferenceCollector.location(type));
        } else if (!value.has("TypeName") || isType(name)) {
            walk.fields(node, tables);
        }
    }

    private boolean isType(String name) {
        return switch (owner) {
            case OBJECT -> TYPES.contains(name);
            case SEQUENCE -> name.equals("as");
            case OTHER -> false;
        };
    }
}
