package io.github.schemasplit.assignment;

import io.github.schemasplit.mapping.Located;
import io.github.schemasplit.mapping.NamePattern;
import io.github.schemasplit.mapping.TargetSchema;
import java.util.List;

/** The lists of names that a target schema has in a mapping. */
public enum EntryKind {
    TABLES("table"),
    VIEWS("view"),
    ROUTINES("routine"),
    TYPES("type");

    private final String noun;

    EntryKind(String noun) {
        this.noun = noun;
    }

    /** What one entry names, for messages. */
    public String noun() {
        return noun;
    }

    /** The target schema's entries of this kind. */
    public List<Located<NamePattern>> entries(TargetSchema target) {
        return switch (this) {
            case TABLES -> target.tables();
            case VIEWS -> target.views();
            case ROUTINES -> target.routines();
            case TYPES -> target.types();
        };
    }

    /** The objects that entries of this kind may name. */
    Candidates candidates(CandidateFinder finder) {
        return switch (this) {
            case TABLES -> finder.tables();
            case VIEWS -> finder.views();
            case ROUTINES -> finder.routines();
            case TYPES -> finder.types();
        };
    }
}
