package io.github.schemasplit.mapping;

/** What a YAML file holds, so that messages about it speak of what its writer has in mind. */
enum YamlContent {
    MAPPING(
            "mapping",
            "schema.mappingFile",
            // A mapping of 10,000 tables takes a third of it.
            1 << 20,
            "set schema.mappingFile to the mapping, or write <schemas> in the POM",
            "write at least one schema below the key schemas",
            " Globs such as \"say_*\" make a mapping shorter"),
    BASELINE(
            "baseline",
            "schema.baseline",
            // The crossings of 10,000 tables take a tenth of it.
            1 << 24,
            "write it with schema:verify -Dschema.baseline.update, or set schema.baseline to the one that you mean",
            "remove it, and write it anew with schema:verify -Dschema.baseline.update",
            "");

    private final String noun;
    private final String property;
    private final int maxBytes;
    private final String ifMissing;
    private final String ifEmpty;
    private final String ifTooLong;

    YamlContent(String noun, String property, int maxBytes, String ifMissing, String ifEmpty, String ifTooLong) {
        this.noun = noun;
        this.property = property;
        this.maxBytes = maxBytes;
        this.ifMissing = ifMissing;
        this.ifEmpty = ifEmpty;
        this.ifTooLong = ifTooLong;
    }

    /** What one is called. */
    String noun() {
        return noun;
    }

    /** The property that names the file. */
    String property() {
        return property;
    }

    /** The longest file that is read, in bytes. */
    int maxBytes() {
        return maxBytes;
    }

    /** What to do where there is no such file. */
    String ifMissing() {
        return ifMissing;
    }

    /** What to do where there is nothing in it. */
    String ifEmpty() {
        return ifEmpty;
    }

    /** The end of the message where it is too long. */
    String ifTooLong() {
        return ifTooLong;
    }
}
