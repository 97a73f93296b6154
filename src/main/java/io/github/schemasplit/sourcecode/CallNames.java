package io.github.schemasplit.sourcecode;

import java.util.Locale;
import java.util.Set;

/** What the names of calls, options and variables tell of the strings that are handed to them, in any language. */
final class CallNames {
    /** Calls that take SQL, of JDBC, of what is built on it and of what is like them. */
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
            "skip",
            "skipf",
            "as",
            "describedAs",
            "withFailMessage",
            "overridingErrorMessage",
            "because",
            "withErrors",
            "flash",
            "describe",
            "it",
            "test",
            "t",
            "$t",
            "$tc",
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
            "name",
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

    private CallNames() {}

    static boolean takesSql(String callee) {
        return TAKE_SQL.contains(callee);
    }

    static boolean isForPeople(String callee) {
        return FOR_PEOPLE.contains(callee);
    }

    /** Whether what has a name is read by people. */
    static boolean isText(String name) {
        return TEXTS.contains(name.toLowerCase(Locale.ROOT));
    }
}
