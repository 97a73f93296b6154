package io.github.schemasplit.usecase;

import io.github.schemasplit.assignment.Assigner;
import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.OldNames;
import io.github.schemasplit.catalog.Extension;
import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.jdbc.CatalogReader;
import io.github.schemasplit.jdbc.ObservedStatementRows;
import io.github.schemasplit.mapping.Mapping;
import io.github.schemasplit.mapping.MappingParser;
import io.github.schemasplit.mapping.MappingSources;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.mapping.YamlMappingReader;
import io.github.schemasplit.proposal.NoProposalException;
import io.github.schemasplit.proposal.Observed;
import io.github.schemasplit.proposal.Proposal;
import io.github.schemasplit.proposal.ProposalText;
import io.github.schemasplit.proposal.Proposer;
import io.github.schemasplit.proposal.WantedSchemas;
import io.github.schemasplit.sql.Identifier;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@code schema:init}: reads the database, and writes a mapping that it proposes. */
public final class Init {
    private static final Identifier OBSERVER = Identifier.of("pg_stat_statements");
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private final Workplace workplace;
    private final ChangeListener listener;

    /**
     * @param listener is told how it makes its way
     */
    public Init(Workplace workplace, ChangeListener listener) {
        this.workplace = workplace;
        this.listener = listener;
    }

    /**
     * Proposes a mapping, and writes it.
     *
     * @throws GoalStoppedException when there is nothing to propose, or not as it is wanted, or the file is there
     */
    public Proposal run(InitOrder order) {
        try {
            WantedSchemas wanted = WantedSchemas.of(order.schemas(), InitOrder.SCHEMAS);
            MappingFile file = new MappingFile(order);
            file.check();
            Reading reading = Session.run(workplace, false, listener, this::read);
            listener.on(Event.Phase.ANALYSING);
            Proposal proposal = Proposer.propose(
                    reading.snapshot(), order.source(), reading.observed(), wanted, List.of(workplace.journalSchema()));
            file.write(text(reading.snapshot(), proposal));
            return proposal;
        } catch (NoProposalException e) {
            throw new GoalStoppedException(e.getMessage());
        }
    }

    private record Reading(Snapshot snapshot, Observed observed) {}

    private Reading read(Connection connection) throws SQLException {
        listener.on(Event.Phase.READING);
        Snapshot snapshot = new CatalogReader(workplace.statementTimeout()).readInOwnTransaction(connection);
        return new Reading(snapshot, observed(connection, snapshot));
    }

    /** The statements that are known; a role that may not read them does without. */
    private Observed observed(Connection connection, Snapshot snapshot) throws SQLException {
        if (snapshot.all(Extension.class).stream()
                .noneMatch(extension -> extension.name().equals(OBSERVER))) {
            return without("the extension pg_stat_statements is not in this database");
        }
        try {
            Observed observed = new Observed(
                    workplace
                            .statementTimeout()
                            .within(connection, () -> ObservedStatementRows.read(connection, snapshot)),
                    Optional.empty());
            return observed.statements().isEmpty()
                    ? without("pg_stat_statements has none of this database that the role may see")
                    : observed;
        } catch (SQLException e) {
            if (INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())) {
                return without("the role may not read pg_stat_statements");
            }
            throw e;
        }
    }

    private static Observed without(String why) {
        return new Observed(List.of(), Optional.of(why));
    }

    /** The file's text, for which views under old names are left out where analyze would refuse them. Pure. */
    static String text(Snapshot snapshot, Proposal proposal) {
        Map<Identifier, SortedMap<Identifier, String>> ending = new HashMap<>();
        for (OldNames.Lost lost : OldNames.of(assignment(snapshot, ProposalText.of(proposal, Map.of())))
                .lost()) {
            SchemaObject object = lost.move().object();
            ending.computeIfAbsent(lost.move().target(), t -> new TreeMap<>())
                    .put(object.name().name(), lost.obstacle().clause());
        }
        String text = ProposalText.of(proposal, ending);
        assignment(snapshot, text);
        return text;
    }

    /** What the written mapping does; one that is not valid is a mistake of ours. */
    private static Assignment assignment(Snapshot snapshot, String text) {
        ParsedMapping parsed =
                MappingParser.parse(MappingSources.of(YamlMappingReader.read(text, InitOrder.DEFAULT_FILE)));
        Mapping mapping = parsed.mapping()
                .orElseThrow(
                        () -> new IllegalStateException("the proposed mapping is not valid: " + parsed.problems()));
        Assignment assignment = Assigner.assign(snapshot, mapping);
        if (!assignment.problems().isEmpty()) {
            throw new IllegalStateException("the proposed mapping does not fit: " + assignment.problems());
        }
        return assignment;
    }
}
