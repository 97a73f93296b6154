package io.github.schemasplit.backup;

/** The formats of an archive. */
public enum DumpFormat {
    /** One file. */
    CUSTOM("custom"),
    /** A directory with a file for each table, which several processes write at once. */
    DIRECTORY("directory");

    private final String text;

    DumpFormat(String text) {
        this.text = text;
    }

    /** As the programs call it. */
    public String text() {
        return text;
    }
}
