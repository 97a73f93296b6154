package io.github.schemasplit.hostile;

/** A table of a random database. All have a key and the same other columns, so that anything can refer to any. */
final class Table {
    /** How the key of a table is made. */
    enum Key {
        PLAIN("integer", "id"),
        IDENTITY("integer", "id"),
        SERIAL("integer", "id"),
        UUID("uuid", "U\"ID %"),
        COMPOSITE("integer", "id"),
        /** Has no unique key that others could refer to. */
        NONE("integer", "id"),
        /** Neither. */
        UUID_NONE("uuid", "U\"ID %");

        private final String type;
        private final String column;

        Key(String type, String column) {
            this.type = type;
            this.column = column;
        }
    }

    static final String LABEL = Names.quoted("La bel");
    static final String AMOUNT = Names.quoted("select");
    static final String SPAN = Names.quoted("sp.an\\");
    static final String TAGS = Names.quoted("tags");

    /** How the table takes part in inheritance. */
    enum Role {
        PLAIN,
        CHILD,
        PARTITIONED,
        PARTITION,
        FOREIGN
    }

    private final Thing thing;
    private final Role role;
    private final Key key;
    private final boolean unlogged;
    private final String primaryKey;
    private final boolean partition;
    private int from;
    private final int to;

    Table(Thing thing, Role role, Key key, boolean unlogged, String primaryKey, boolean partition, int from, int to) {
        this.thing = thing;
        this.role = role;
        this.key = key;
        this.unlogged = unlogged;
        this.primaryKey = primaryKey;
        this.partition = partition;
        this.from = from;
        this.to = to;
    }

    static Table plain(Thing thing, Role role, Key key, boolean unlogged, String primaryKey) {
        return new Table(thing, role, key, unlogged, primaryKey, false, 0, 0);
    }

    /** A partitioned table that takes the keys from one to before another. */
    static Table partitioned(Thing thing, boolean partition, int from, int to) {
        return new Table(thing, Role.PARTITIONED, Key.PLAIN, false, "", partition, from, to);
    }

    Thing thing() {
        return thing;
    }

    String sql() {
        return thing.sql();
    }

    String schema() {
        return thing.schema();
    }

    Role role() {
        return role;
    }

    Key key() {
        return key;
    }

    String keyColumn() {
        return Names.quoted(key.column);
    }

    String keyType() {
        return key.type;
    }

    boolean isUnlogged() {
        return unlogged;
    }

    String primaryKey() {
        return primaryKey;
    }

    boolean isPartition() {
        return partition || role == Role.PARTITION;
    }

    boolean isPlain() {
        return role == Role.PLAIN || role == Role.CHILD;
    }

    boolean isForeign() {
        return role == Role.FOREIGN;
    }

    boolean isPartitioned() {
        return role == Role.PARTITIONED;
    }

    /** Whether a foreign key can refer to it. */
    boolean isReferable() {
        return key != Key.NONE && key != Key.UUID_NONE && !isForeign();
    }

    /** The first key of the next partition of a size; negative when there is no room for one. */
    int takeKeys(int size) {
        if (from + size > to) {
            return -1;
        }
        from += size;
        return from - size;
    }
}
