package io.github.schemasplit.sourcecode;

import io.github.schemasplit.sourcecode.SourceReference.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what moves in settings: SQL and commands in their values, and what says in which schemas to look. */
final class SettingsFile {
    private static final Map<String, String> SCHEMAS = Map.of(
            "defaultschema", "names without a schema are looked for there only",
            "currentschema", "names without a schema are looked for there only",
            "inputschema", "jOOQ generates classes of this schema only");
    /** Lists of the schemas that an HTTP API serves. */
    private static final Set<String> SERVED = Set.of("pgrstdbschemas", "dbschemas", "pgrstdbschema", "dbschema");

    private static final Set<String> NAMING_TABLES =
            Set.of("tablename", "basetablename", "referencedtablename", "tables", "tableincludelist", "tablewhitelist");

    private final SourceText source;
    private final MovedNames names;
    private final Constants constants;
    private final Findings findings;
    private final SqlStrings sql;

    SettingsFile(SourceText source, MovedNames names, Constants constants, Findings findings) {
        this.source = source;
        this.names = names;
        this.constants = constants;
        this.findings = findings;
        this.sql = new SqlStrings(names, findings);
    }

    void read(List<Setting> settings) {
        boolean dbt = DbtSources.mayBeIn(source);
        if (dbt) {
            new DbtSources(source, names, findings).read(settings);
        }
        for (Setting setting : settings) {
            schema(setting);
            served(setting);
            text(setting);
        }
        tables(settings, dbt);
    }

    /** Tables that settings name: beside their schema, with it, or by what the setting is for. */
    private void tables(List<Setting> settings, boolean dbt) {
        String schema = names.source().value();
        for (int i = 0; i < settings.size(); i++) {
            Setting setting = settings.get(i);
            String value = unquoted(setting.value().value());
            boolean beside = !dbt
                    && (i > 0 && isSchema(settings.get(i - 1))
                            || i + 1 < settings.size() && isSchema(settings.get(i + 1)));
            boolean named = NAMING_TABLES.contains(setting.plainKey())
                    || isOfDoctrine()
                            && (setting.key().equals("table") || setting.key().equals("joinTable"));
            if (named || setting.key().equals("name") && beside) {
                report(setting, value, "a setting names the table");
            }
            // Of commands and statements in several lines each is read by itself.
            for (String word : value.indexOf('\n') >= 0 ? new String[0] : value.split("[^\\w.$]+")) {
                if (word.startsWith(schema + ".") && SqlShape.of(value) == SqlShape.Verdict.OTHER) {
                    report(setting, word.substring(schema.length() + 1), "a setting names it with its schema");
                }
            }
        }
    }

    /** Whether a file is a mapping of Doctrine, as its name tells. */
    private boolean isOfDoctrine() {
        return source.path().contains(".orm.y") || source.path().contains(".dcm.y");
    }

    private boolean isSchema(Setting setting) {
        return setting.key().equals("schema")
                && unquoted(setting.value().value()).equals(names.source().value());
    }

    private void report(Setting setting, String table, String reason) {
        names.relation(table)
                .ifPresent(target ->
                        findings.report(setting.value().place(0), Kind.SETTING, new Moved(table, target), reason));
    }

    private void schema(Setting setting) {
        String value = unquoted(setting.value().value());
        String why = SCHEMAS.get(setting.plainKey());
        boolean url = value.contains("currentSchema=" + names.source().value());
        if (why != null && value.equals(names.source().value()) || url) {
            for (Moved schema : names.schemas()) {
                findings.report(
                        setting.value().place(0), Kind.SETTING, schema, url ? SCHEMAS.get("currentschema") : why);
            }
        }
    }

    private void served(Setting setting) {
        boolean api = setting.key().equals("api.schemas") || SERVED.contains(setting.plainKey());
        String value = setting.value().value();
        if (!api || !listed(value).contains(names.source().value())) {
            return;
        }
        for (Moved schema : names.schemas()) {
            if (!listed(value).contains(schema.target().value())) {
                findings.report(
                        setting.value().place(0),
                        Kind.SETTING,
                        schema,
                        "the API serves these schemas only: add it, if its tables are to be served");
            }
        }
    }

    private static List<String> listed(String value) {
        return List.of(value.replace("[", "")
                .replace("]", "")
                .replace("\"", "")
                .replace("'", "")
                .split("\\s*,\\s*"));
    }

    private static String unquoted(String value) {
        String text = value.strip();
        return text.length() > 1 && "\"'".indexOf(text.charAt(0)) >= 0 ? text.substring(1, text.length() - 1) : text;
    }

    /** A value is SQL, or a command with SQL in its strings. */
    private void text(Setting setting) {
        Literal value = setting.value();
        if (!names.mayBeIn(value.value())) {
            return;
        }
        String key = setting.plainKey();
        int offset = value.value().startsWith("\"") || value.value().startsWith("'") ? 1 : 0;
        String text = value.value().substring(offset);
        if (SqlShape.of(text) == SqlShape.Verdict.OTHER) {
            if (!CallNames.isText(setting.key())) {
                commands(value);
            }
            return;
        }
        Assembled string = new Assembled(0);
        string.add(value, offset, value.value().length());
        boolean isSql = key.contains("sql") || key.endsWith("query") || key.equals("statement");
        boolean isText = CallNames.isText(setting.key());
        sql.read(string, isSql ? StringUse.SQL : isText ? StringUse.PROSE : StringUse.UNKNOWN);
    }

    private void commands(Literal value) {
        int start = value.place(0);
        Code code = CodeLexer.read(
                source,
                Language.SHELL,
                Syntax.SHELL,
                start,
                value.place(value.value().length()));
        new CodeReading(names, constants, findings).strings(code);
    }
}
