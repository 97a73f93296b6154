package io.github.schemasplit.sourcecode;

import java.util.Locale;
import java.util.Set;

/** Tells what strings are for, by the calls, annotations and names that they are handed to. */
final class StringUses {
    /** Calls that take SQL, of JDBC and of what is built on it, in any language. */
    private static final Set<String> TAKE_SQL = Set.of(
            "prepareStatement",
            "prepareCall",
            "executeQuery",
            "executeUpdate",
            "executeLargeUpdate",
            "execute",
            "addBatch",
            "nativeSQL",
            "query",
            "queryForObject",
            "queryForList",
            "queryForMap",
            "queryForRowSet",
            "queryForStream",
            "queryForInt",
            "queryForLong",
            "batchUpdate",
            "createNativeQuery",
            "createNativeMutationQuery",
            "createSQLQuery",
            "createStatement",
            "sql",
            "createUpdate",
            "createCall",
            "createScript",
            "resultQuery",
            "fetch",
            "fetchOne",
            "raw",
            "unsafe",
            "fromClause",
            "setFromClause",
            "copyIn",
            "copyOut",
            "$queryRaw",
            "$executeRaw",
            "$queryRawUnsafe",
            "$executeRawUnsafe",
            "oneOrNone",
            "manyOrNone",
            "none",
            "many",
            "any");
    /** Annotations whose value is SQL. */
    private static final Set<String> HOLD_SQL = Set.of(
            "NativeQuery",
            "NamedNativeQuery",
            "Subselect",
            "SQLInsert",
            "SQLUpdate",
            "SQLDelete",
            "SQLDeleteAll",
            "SQLSelect",
            "Select",
            "Insert",
            "Update",
            "Delete",
            "SqlQuery",
            "SqlUpdate",
            "SqlBatch",
            "SqlCall",
            "SqlScript",
            "Sql");
    /** Annotations whose value is an expression of SQL. */
    private static final Set<String> HOLD_EXPRESSIONS = Set.of(
            "Formula",
            "Where",
            "SQLRestriction",
            "SQLJoinTableRestriction",
            "Check",
            "ColumnTransformer",
            "JoinFormula",
            "Filter",
            "FilterDef",
            "ColumnDefault",
            "GeneratedColumn");
    /** Calls, and annotations, whose strings are read by people or are in another query language. */
    private static final Set<String> FOR_PEOPLE = Set.of(
            "trace",
            "debug",
            "info",
            "warn",
            "error",
            "fatal",
            "log",
            "println",
            "printf",
            "infof",
            "warnf",
            "debugf",
            "errorf",
            "fatalf",
            "writeLine",
            "puts",
            "information",
            "warning",
            "critical",
            "print",
            "panic",
            "exception",
            "abort",
            "line",
            "desc",
            "gettext",
            "_",
            "fail",
            "describe",
            "it",
            "test",
            "t",
            "i18n",
            "translate",
            "DisplayName",
            "Operation",
            "ApiOperation",
            "Schema",
            "Description",
            "NamedQuery",
            "createNamedQuery",
            "getMessage",
            "alert",
            "confirm",
            "gql",
            "graphql",
            "css",
            "html",
            "GetMapping",
            "PostMapping",
            "PutMapping",
            "DeleteMapping",
            "PatchMapping",
            "RequestMapping",
            "Path",
            "createSelectionQuery",
            "createMutationQuery",
            "HQL",
            "toast",
            "setTitle",
            "setText");

    /** Names of what people read. */
    private static final Set<String> TEXTS = Set.of(
            "description",
            "help",
            "summary",
            "title",
            "label",
            "message",
            "msg",
            "usage",
            "long",
            "short",
            "example",
            "placeholder",
            "tooltip",
            "hint",
            "subject",
            "caption");

    /** What strings are put together with. */
    private static final Set<String> BUILDERS = Set.of(
            "append",
            "StringBuilder",
            "StringBuffer",
            "StringJoiner",
            "add",
            "push",
            "WriteString",
            "Append",
            "AppendLine");
    /** What statements begin with. */
    private static final Set<String> BEGINNINGS = Set.of("select ", "insert into ", "update ", "delete from ", "with ");

    private final Code code;
    private final boolean jdbi;

    StringUses(Code code) {
        this.code = code;
        this.jdbi = code.source().mentions("org.jdbi");
    }

    StringUse of(Assembled string) {
        int first = string.first();
        if (isTemplate(first)) {
            return named(code.text(first - 1));
        }
        if (code.language() == Language.SHELL) {
            return new ShellUses(code).of(first);
        }
        if (code.language() == Language.RUBY && isSaid(first)
                || code.language() == Language.PYTHON && isStatement(first)) {
            return StringUse.PROSE;
        }
        if ((code.is(first - 1, "=") || code.is(first - 1, ":") || code.is(first - 1, "+="))
                && code.isWord(first - 2)) {
            StringUse byName = assigned(code.text(first - 2));
            if (byName != StringUse.UNKNOWN) {
                return byName;
            }
        }
        int open = code.enclosing(first);
        if (code.is(open, "{") || code.is(open, "[")) {
            int outer = code.enclosing(open);
            if (!code.is(outer, "(")) {
                return StringUse.UNKNOWN;
            }
            if (isAnnotation(outer)) {
                return annotated(outer, open);
            }
            // pool.query({ text: 'SELECT …' })
            boolean text = code.is(first - 1, ":") && (code.is(first - 2, "text") || code.is(first - 2, "sql"));
            return text ? called(outer, outer + 1) : StringUse.UNKNOWN;
        }
        if (!code.is(open, "(")) {
            return StringUse.UNKNOWN;
        }
        return isAnnotation(open) ? annotated(open, first) : called(open, first);
    }

    /** Whether the call on whose line a string is, without parentheses, is one that people read: {@code raise Error, "…"}. */
    private boolean isSaid(int at) {
        int i = at;
        while (i > 0 && code.isSameLine(i - 1, i)) {
            i--;
            if (code.is(i, "(")) {
                return false;
            }
            if (code.is(i, "raise") || FOR_PEOPLE.contains(code.text(i)) && !code.is(i + 1, "(")) {
                return code.isWord(i);
            }
        }
        return false;
    }

    /** Whether a string is a statement by itself, as those that document are, or is what an assertion says. */
    private boolean isStatement(int at) {
        if (code.enclosing(at) >= 0) {
            return false;
        }
        boolean begins = at == 0 || !code.isSameLine(at - 1, at);
        boolean goesOn = code.is(at - 1, "=") || code.is(at - 1, "\\") || code.is(at - 1, "+") || code.isString(at - 1);
        int i = at;
        while (i > 0 && code.isSameLine(i - 1, i)) {
            i--;
        }
        return begins && !goesOn || code.is(i, "assert");
    }

    private boolean isTemplate(int i) {
        Literal literal = code.literal(i);
        return literal != null
                && literal.quote().equals("`")
                && code.isWord(i - 1)
                && code.lexeme(i - 1).end() == code.lexeme(i).start();
    }

    /** What a tag before a template says. */
    private static StringUse named(String tag) {
        return FOR_PEOPLE.contains(tag) ? StringUse.PROSE : TAKE_SQL.contains(tag) ? StringUse.SQL : StringUse.UNKNOWN;
    }

    /** Whether what has a name is read by people. */
    static boolean isText(String name) {
        return TEXTS.contains(name.toLowerCase(Locale.ROOT));
    }

    /** What the name says that the string is given. */
    private StringUse assigned(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean ofOtherLanguage = lower.endsWith("ql") && !lower.endsWith("sql");
        if (lower.contains("jpql") || lower.contains("hql") || ofOtherLanguage || isText(name)) {
            return StringUse.PROSE;
        }
        boolean query = lower.contains("query") && !code.source().mentions("createQuery");
        return query || lower.contains("sql") || lower.contains("stmt") ? StringUse.SQL : StringUse.UNKNOWN;
    }

    private StringUse called(int open, int first) {
        int name = nameBefore(open);
        String callee = code.text(name);
        String made = callee.equals("new") && code.is(name - 1, ".") ? code.text(name - 2) : callee;
        if (made.endsWith("Exception") || made.endsWith("Error") || code.is(name - 2, "errors")) {
            return StringUse.PROSE;
        }
        if (code.is(name - 1, "raise") || code.is(name - 1, "new") && code.is(name - 2, "throw")) {
            return StringUse.PROSE;
        }
        if (callee.equals("createQuery")) {
            return jdbi ? StringUse.SQL : StringUse.PROSE;
        }
        if (!callee.isEmpty() && FOR_PEOPLE.contains(Character.toLowerCase(callee.charAt(0)) + callee.substring(1))) {
            return StringUse.PROSE;
        }
        if (BUILDERS.contains(callee)) {
            return buildsSql(open) ? StringUse.SQL : StringUse.UNKNOWN;
        }
        boolean isFirst = code.is(first - 1, "(");
        return TAKE_SQL.contains(callee) && isFirst || callee.equals("update") && isFirst
                ? StringUse.SQL
                : StringUse.UNKNOWN;
    }

    /** Whether a statement is begun by another string that is put to the same ones. */
    private boolean buildsSql(int at) {
        int brace = at;
        do {
            brace = code.enclosing(brace);
        } while (brace >= 0 && !code.is(brace, "{"));
        int end = brace < 0 ? code.size() : code.partner(brace);
        for (int i = Math.max(0, brace); i < end; i++) {
            Literal literal = code.literal(i);
            if (literal != null
                    && code.is(i - 1, "(")
                    && BUILDERS.contains(code.text(i - 2))
                    && begins(literal.value())) {
                return true;
            }
        }
        return false;
    }

    private static boolean begins(String text) {
        String lower = text.stripLeading().toLowerCase(Locale.ROOT);
        return BEGINNINGS.stream().anyMatch(lower::startsWith);
    }

    /** The name before a parenthesis, over the parameters of a type. */
    private int nameBefore(int open) {
        int i = open - 1;
        if (code.is(i, ">")) {
            int depth = 0;
            do {
                depth += code.is(i, ">") ? 1 : code.is(i, "<") ? -1 : 0;
                i--;
            } while (depth > 0 && i > 0);
        }
        return i;
    }

    private boolean isAnnotation(int open) {
        return !annotation(open).isEmpty();
    }

    /** The last name of the annotation that a parenthesis is of; empty where it is of none. */
    private String annotation(int open) {
        int i = open - 1;
        while (code.isWord(i) && code.is(i - 1, ".")) {
            i -= 2;
        }
        boolean at = code.is(i - 1, "@") || code.is(i - 1, ":") && code.is(i - 3, "@");
        return code.isWord(i) && at ? code.text(open - 1) : "";
    }

    private StringUse annotated(int open, int value) {
        String name = annotation(open);
        String attribute = code.is(value - 1, "=") ? code.text(value - 2) : "value";
        if (name.equals("Query")) {
            return query(open, attribute);
        }
        if (HOLD_SQL.contains(name)) {
            boolean named = attribute.equals("name") || attribute.startsWith("result");
            return named ? StringUse.PROSE : StringUse.SQL;
        }
        if (HOLD_EXPRESSIONS.contains(name)) {
            return attribute.equals("name") ? StringUse.PROSE : StringUse.EXPRESSION;
        }
        return FOR_PEOPLE.contains(name) ? StringUse.PROSE : StringUse.UNKNOWN;
    }

    /** A query of Spring Data's: SQL where it is said to be, and with JDBC and R2DBC. */
    private StringUse query(int open, String attribute) {
        if (attribute.equals("name") || attribute.equals("countName")) {
            return StringUse.PROSE;
        }
        for (int i = open; i < code.partner(open); i++) {
            if (code.is(i, "nativeQuery") && code.is(i + 1, "=")) {
                return code.is(i + 2, "false") ? StringUse.PROSE : StringUse.SQL;
            }
        }
        boolean isSql = code.source().mentions("org.springframework.data.jdbc.repository")
                || code.source().mentions("org.springframework.data.r2dbc.repository");
        return isSql
                ? StringUse.SQL
                : code.source().mentions("org.springframework.data.jpa") ? StringUse.PROSE : StringUse.UNKNOWN;
    }
}
