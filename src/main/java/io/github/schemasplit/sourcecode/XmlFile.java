package io.github.schemasplit.sourcecode;

import io.github.schemasplit.sourcecode.SourceReference.Kind;
import io.github.schemasplit.sourcecode.XmlText.Attribute;
import io.github.schemasplit.sourcecode.XmlText.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what moves in XML: MyBatis' mappers, the mappings of JPA and Hibernate, changelogs, and SQL in the settings of others. */
final class XmlFile {
    private static final Set<String> HIBERNATE = Set.of(
            "class",
            "subclass",
            "joined-subclass",
            "union-subclass",
            "join",
            "set",
            "list",
            "map",
            "bag",
            "array",
            "idbag");
    private static final Set<String> PERSISTENCE = Set.of("table", "secondary-table", "join-table", "collection-table");
    private static final Set<String> OF_CHANGELOG =
            Set.of("tableName", "baseTableName", "referencedTableName", "viewName", "oldTableName");
    /** What a build or a server is told the schema by that it reads tables from. */
    private static final Map<String, String> SETTINGS =
            Map.of("inputSchema", "jOOQ generates classes of this schema only");

    private final SourceText source;
    private final MovedNames names;
    private final Findings findings;
    private final XmlText xml;

    XmlFile(SourceText source, MovedNames names, Findings findings) {
        this.source = source;
        this.names = names;
        this.findings = findings;
        this.xml = new XmlText(source.text());
    }

    void read() {
        String root = xml.tags().isEmpty() ? "" : xml.tags().get(0).name();
        switch (root) {
            case "mapper" -> new MapperFile(source, names, findings, xml).read();
            case "hibernate-mapping" -> mapped(HIBERNATE, "table");
            case "entity-mappings" -> mapped(PERSISTENCE, "name");
            case "doctrine-mapping" -> {
                mapped(Set.of("entity"), "table");
                mapped(Set.of("join-table"), "name");
            }
            case "databaseChangeLog" -> changelog();
            default -> settings();
        }
    }

    private void text(int start, int end, StringUse use) {
        text(start, end, xml.content().substring(start, end), use);
    }

    private void text(int start, int end, String characters, StringUse use) {
        Literal literal = Literal.of(source.text(), start, end).with(characters);
        Assembled string = new Assembled(0);
        string.add(literal, 0, literal.value().length());
        new SqlStrings(names, findings).read(string, use);
    }

    private void mapped(Set<String> elements, String attribute) {
        for (int i = 0; i < xml.tags().size(); i++) {
            Tag tag = xml.tags().get(i);
            if (elements.contains(tag.name()) && !tag.closes()) {
                tag.attribute(attribute).ifPresent(name -> table(tag, name));
            } else if (isSql(tag.name()) && !tag.closes()) {
                text(tag.end(), xml.endOf(i), StringUse.SQL);
            }
        }
    }

    private static boolean isSql(String element) {
        return element.startsWith("sql-") || element.equals("subselect") || element.equals("named-native-query");
    }

    private void table(Tag tag, Attribute name) {
        Optional<Moved> moved = names.relation(name.value()).map(t -> new Moved(name.value(), t));
        if (moved.isEmpty()) {
            return;
        }
        String shown = "schema=\"" + moved.get().target().value() + "\"";
        Optional<Attribute> schema = tag.attribute("schema");
        if (schema.isEmpty()) {
            edit(name, moved.get(), shown, SourceEdit.insert(name.end() + 1, " " + shown));
        } else if (schema.get().value().equals(names.source().value())) {
            edit(
                    name,
                    moved.get(),
                    shown,
                    new SourceEdit(
                            schema.get().start(),
                            schema.get().end(),
                            moved.get().target().value()));
        }
    }

    private void edit(Attribute at, Moved moved, String shown, SourceEdit edit) {
        findings.edit(at.start(), Kind.MAPPING, moved, "a mapped table", shown, List.of(edit));
    }

    /** Changelogs are history; whatever they name is told. */
    private void changelog() {
        for (Tag tag : xml.tags()) {
            for (Attribute attribute : tag.attributes()) {
                if (OF_CHANGELOG.contains(attribute.name())) {
                    names.relation(attribute.value())
                            .ifPresent(target -> findings.report(
                                    attribute.start(),
                                    Kind.UNTOUCHED,
                                    new Moved(attribute.value(), target),
                                    "a changelog"));
                }
            }
        }
        leaves(StringUse.UNKNOWN);
    }

    private void settings() {
        boolean jooq = source.mentions("org.jooq");
        for (int i = 0; i + 1 < xml.tags().size(); i++) {
            Tag tag = xml.tags().get(i);
            if (jooq && !tag.closes() && JooqIncludes.isOne(tag.name())) {
                new JooqIncludes(names, findings).read(value(tag, i), tag.end());
            }
            String why = SETTINGS.get(tag.name());
            if (why != null
                    && !tag.closes()
                    && value(tag, i).equals(names.source().value())) {
                for (Moved schema : names.schemas()) {
                    findings.report(tag.end(), Kind.SETTING, schema, why);
                }
            }
        }
        leaves(StringUse.UNKNOWN);
    }

    private String value(Tag tag, int index) {
        return source.text()
                .substring(tag.end(), xml.tags().get(index + 1).start())
                .strip();
    }

    /** The texts that have no tags in them, and the attributes. */
    private void leaves(StringUse use) {
        List<Tag> tags = new ArrayList<>(xml.tags());
        for (int i = 0; i < tags.size(); i++) {
            Tag tag = tags.get(i);
            boolean leaf = i + 1 < tags.size() && tags.get(i + 1).closes() && !tag.closes() && !tag.empty();
            if (leaf && tag.end() < tags.get(i + 1).start()) {
                text(tag.end(), tags.get(i + 1).start(), use);
            }
            for (Attribute attribute : tag.attributes()) {
                if (attribute.value().indexOf(' ') > 0) {
                    text(attribute.start(), attribute.end(), attribute.value(), use);
                }
            }
        }
    }
}
