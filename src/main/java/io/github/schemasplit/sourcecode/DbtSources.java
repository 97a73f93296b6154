package io.github.schemasplit.sourcecode;

import io.github.schemasplit.sourcecode.SourceReference.Kind;
import java.util.ArrayList;
import java.util.List;

/** Finds the tables of dbt's sources, whose schema is said once for all tables of a source. */
final class DbtSources {
    private final SourceText source;
    private final MovedNames names;
    private final Findings findings;

    DbtSources(SourceText source, MovedNames names, Findings findings) {
        this.source = source;
        this.names = names;
        this.findings = findings;
    }

    /** Whether a file may have some. */
    static boolean mayBeIn(SourceText source) {
        return source.mentions("sources:") && source.mentions("tables:");
    }

    void read(List<Setting> settings) {
        for (int i = 0; i < settings.size(); i++) {
            Setting setting = settings.get(i);
            // Without a schema the source's own name is it.
            boolean names = setting.key().equals("name") && !saysSchema(settings, i);
            if ((setting.key().equals("schema") || names) && isSource(setting)) {
                tables(setting, settings.subList(i + 1, settings.size()));
            }
        }
    }

    private boolean isSource(Setting setting) {
        return setting.value().value().strip().equals(names.source().value());
    }

    private boolean saysSchema(List<Setting> settings, int at) {
        int indent = indent(settings.get(at));
        for (Setting each : settings.subList(at + 1, settings.size())) {
            if (indent(each) < indent || indent(each) == indent && each.key().equals("name")) {
                return false;
            }
            if (indent(each) == indent && each.key().equals("schema")) {
                return true;
            }
        }
        return false;
    }

    private void tables(Setting schema, List<Setting> after) {
        List<Setting> tables = new ArrayList<>();
        List<Setting> identifiers = new ArrayList<>();
        int outer = indent(schema);
        int inner = -1;
        for (Setting each : after) {
            int indent = indent(each);
            if (indent < outer || indent == outer && each.key().equals("name")) {
                break;
            }
            if (each.key().equals("identifier")) {
                identifiers.add(each);
            }
            inner = inner < 0 && indent > outer && each.key().equals("name") ? indent : inner;
            if (indent == inner && each.key().equals("name")) {
                tables.add(each);
            }
        }
        List<Moved> moved = new ArrayList<>();
        for (Setting table : tables) {
            String name = table.value().value().strip();
            names.relation(name).ifPresent(target -> moved.add(new Moved(name, target)));
        }
        boolean together = moved.stream().map(Moved::target).distinct().count() == 1;
        if (together
                && moved.size() == tables.size()
                && identifiers.isEmpty()
                && schema.key().equals("schema")) {
            int start = schema.value().place(0);
            String target = moved.get(0).target().value();
            findings.edit(
                    start,
                    Kind.SETTING,
                    moved.get(0),
                    "the schema of a source of dbt",
                    target,
                    List.of(new SourceEdit(start, start + names.source().value().length(), target)));
            return;
        }
        List<Setting> named = new ArrayList<>(tables);
        named.addAll(identifiers);
        for (Setting table : named) {
            String name = table.value().value().strip();
            names.relation(name)
                    .ifPresent(target -> findings.report(
                            table.value().place(0),
                            Kind.SETTING,
                            new Moved(name, target),
                            "a table of a source of dbt, whose schema is said for all its tables"));
        }
    }

    /** How far the key is from the beginning of its line; what is between braces and brackets is farther in. */
    private int indent(Setting setting) {
        String text = source.text();
        int place = setting.value().place(0);
        int start = text.lastIndexOf('\n', Math.max(0, place - 1)) + 1;
        int at = start;
        while (at < text.length() && " -".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        long opened = text.substring(start, Math.max(start, place))
                .chars()
                .filter(c -> c == '{' || c == '[')
                .count();
        return at - start + (int) opened;
    }
}
