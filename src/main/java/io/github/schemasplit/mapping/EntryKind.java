package io.github.schemasplit.mapping;

/** The lists of names that a target schema has in a mapping, in the order of the documentation. */
public enum EntryKind {
    /** Tables, partitioned and foreign ones too. */
    TABLES("tables", "table", "table", "tables"),
    /** Views and materialized views. */
    VIEWS("views", "view", "view", "views"),
    /** Functions, procedures and aggregates, each as {@code name} or {@code name(argument types)}. */
    ROUTINES("routines", "routine", "routine", "routines"),
    /** Enums, domains, ranges and composite types. */
    TYPES("types", "type", "type", "types"),
    /** Operators, each as {@code name} or {@code name(type, type)}. */
    OPERATORS("operators", "operator", "operator", "operators"),
    /** Operator classes and operator families, those of one name together. */
    OPERATOR_CLASSES("operatorClasses", "operatorClass", "operator class or family", "operator classes or families"),
    COLLATIONS("collations", "collation", "collation", "collations"),
    CONVERSIONS("conversions", "conversion", "conversion", "conversions"),
    /** Text search configurations, dictionaries, parsers and templates, those of one name together. */
    TEXT_SEARCH("textSearch", "textSearchObject", "text search object", "text search objects");

    private final String key;
    private final String element;
    private final String noun;
    private final String plural;

    EntryKind(String key, String element, String noun, String plural) {
        this.key = key;
        this.element = element;
        this.noun = noun;
        this.plural = plural;
    }

    /** Its key in YAML and its element in the POM. */
    public String key() {
        return key;
    }

    /** What an element of the list is called in the POM. */
    String element() {
        return element;
    }

    /** What one entry names, for messages. */
    public String noun() {
        return noun;
    }

    /** What several entries name, for messages. */
    public String plural() {
        return plural;
    }

    /** Whether several objects of a schema can share a name, which their arguments then tell apart. */
    public boolean hasArguments() {
        return this == ROUTINES || this == OPERATORS;
    }
}
