package io.github.schemasplit.proposal;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.RestApi;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.catalog.Supabase;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Proposes a mapping for a schema. The same database gives the same, in whatever order its objects come. */
public final class Proposer {
    private final Snapshot database;
    private final Identifier source;
    private final WantedSchemas wanted;
    private final Set<Identifier> taken;

    private Proposer(Snapshot database, Identifier source, WantedSchemas wanted, Collection<Identifier> taken) {
        this.database = database;
        this.source = source;
        this.wanted = wanted;
        this.taken = Set.copyOf(taken);
    }

    /**
     * Proposes one.
     *
     * @param wanted what the user fixes of the schemas
     * @param taken names that no schema is to get, such as that of the journal's
     * @throws NoProposalException when there is nothing to propose, or not as it is wanted
     */
    public static Proposal propose(
            Snapshot database,
            Identifier source,
            Observed observed,
            WantedSchemas wanted,
            Collection<Identifier> taken) {
        return new Proposer(database, source, wanted, taken).propose(observed);
    }

    private Proposal propose(Observed observed) {
        Identifier name = database.server().database();
        if (database.schema(source).isEmpty()) {
            throw new NoProposalException("There is no schema " + source + " in the database " + name
                    + ": name the one to move from with schema.source.");
        }
        checkNames();
        SourceTables tables = SourceTables.of(database, source);
        checkTables(tables);
        List<Tie> ties = TieFinder.of(tables, source, observed.statements());
        Groups groups = Groups.of(tables, ties, wanted.number());
        return new Proposal(
                name,
                source,
                schemas(groups, tables, ties),
                groups.staying(),
                tables.unnameable(),
                tables.bookkeeping(),
                ties,
                RestApi.of(Assignment.ofNothing(database)).serves(source),
                observed.missing());
    }

    private void checkNames() {
        for (Identifier name : wanted.names()) {
            if (name.equals(source)) {
                throw new NoProposalException(
                        "The schema " + name + " is the one to move from: name another one to move to.");
            }
            if (taken.contains(name)) {
                throw new NoProposalException("The schema " + name + " is the journal's: name another one.");
            }
            if (Supabase.in(database).owns(name)) {
                throw new NoProposalException(
                        "The schema " + name + " is one of Supabase's own, which its services use: name another.");
            }
        }
    }

    private void checkTables(SourceTables tables) {
        if (tables.names().isEmpty()) {
            throw new NoProposalException("There is no table in schema " + source + " of database "
                    + database.server().database()
                    + (tables.bookkeeping().isEmpty() ? "" : " but those of migration tools, which stay")
                    + ", so that there is nothing to propose. Name another schema with schema.source.");
        }
        long apart = tables.names().stream().map(tables::leader).distinct().count();
        if (wanted.number().isPresent() && wanted.number().get() > apart) {
            throw new NoProposalException("There are " + wanted.number().get() + " schemas wanted, and " + apart
                    + (apart == 1 ? " table that can go" : " tables that can go apart") + " in schema " + source
                    + ": each schema gets one table at least, so ask for fewer.");
        }
    }

    private List<ProposedSchema> schemas(Groups groups, SourceTables tables, List<Tie> ties) {
        Reasons reasons = new Reasons(ties);
        List<SchemaNames.Named> names = new ArrayList<>();
        if (wanted.names().isEmpty()) {
            SchemaNames free = new SchemaNames(database, new TableWords(tables.names()), reasons, taken);
            groups.groups().forEach(group -> names.add(free.of(group)));
        } else {
            names.addAll(NameFit.of(wanted.names(), groups.groups()));
        }
        List<ProposedSchema> schemas = new ArrayList<>();
        for (int at = 0; at < names.size(); at++) {
            Set<Identifier> group = Set.copyOf(groups.groups().get(at));
            schemas.add(new ProposedSchema(
                    names.get(at).name(),
                    names.get(at).why(),
                    groups.groups().get(at).stream()
                            .map(table -> new ProposedSchema.Table(table, reasons.of(table, group)))
                            .toList()));
        }
        return schemas;
    }
}
