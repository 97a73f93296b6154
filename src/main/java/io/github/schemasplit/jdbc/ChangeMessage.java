package io.github.schemasplit.jdbc;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.schemasplit.catalog.Catalog;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.plan.AlterDefaultPrivileges;
import io.github.schemasplit.plan.AlterPublication;
import io.github.schemasplit.plan.Followers;
import io.github.schemasplit.plan.Operation;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.plan.SchemaOperation;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Literal;
import io.github.schemasplit.sql.Statement;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A whole change as one message of the simple protocol, so that locks are held for the server's work alone and not for round
 * trips: BEGIN and settings; a DO block that takes the advisory lock, compares the catalog with the one that was planned on,
 * writes the journal,
 * carries out the operations, and audits what was written; COMMIT.
 *
 * <p>Each operation stands on lines of its own, so that the CONTEXT of the server's error tells which it was.
 *
 * @param sql the message
 * @param operations the operation that begins on a line of the block; empty for the line after the last
 */
record ChangeMessage(String sql, NavigableMap<Integer, Optional<Operation>> operations) {
    /** Whatever language the server speaks, the line's number comes after the block's name. */
    private static final Pattern LINE = Pattern.compile("inline_code_block\\D+(\\d+)");

    /**
     * @param major the server's major version
     * @param journal the statements that write the journal's entry, PL/pgSQL's among them
     * @param latest when the server, by its clock, is not to begin any more
     */
    static ChangeMessage of(
            Change change, Collection<Statement> journal, Timeouts timeouts, Instant latest, int major) {
        Block block = new Block();
        LockWaits waits = new LockWaits(timeouts);
        declare(block, change, waits);
        // What is told as made is on the disk, whatever role and database prefer.
        block.add("IF current_setting('synchronous_commit') = 'off' THEN"
                + " PERFORM set_config('synchronous_commit', 'on', true); END IF;");
        block.raiseIf("NOT pg_try_advisory_xact_lock(" + RunLock.KEY + ")", SqlStates.LOCKED, "another run is at work");
        // Under the lock, so that whoever finds it free after that moment knows that this was not made and will not be.
        block.raiseIf(
                "clock_timestamp() > " + Literal.of(latest.toString()).sql() + "::timestamptz",
                SqlStates.LATE,
                "it reached the server too late");
        block.raiseIf(
                change.read().guard().isBroken(major), SqlStates.CHANGED, "the catalog is not the one that was read");
        journal.forEach(s -> block.add(s.sql() + ";"));
        block.add("ss_images := (SELECT coalesce(jsonb_object_agg(i.catalog || ' ' || i.oid, i.image), '{}') FROM ("
                + sql("audit-images", major) + ") AS i);");
        NavigableMap<Integer, Optional<Operation>> operations = new TreeMap<>();
        // The first pass looks only. It also plans the queries of the audit, so that the second, under locks, need not.
        block.add("FOR ss_pass IN 1..2 LOOP");
        block.add("IF ss_pass = 2 THEN");
        for (Operation operation : change.plan().operations()) {
            operations.put(block.line(), Optional.of(operation));
            add(block, operation, waits);
        }
        operations.put(block.line(), Optional.empty());
        waits.endWhenOver(block);
        block.add("END IF;");
        look(block, major);
        block.add("END LOOP;");
        audit(block, major);
        block.add("PERFORM set_config('" + Shut.SETTING + "', (SELECT coalesce(string_agg("
                + "extract(epoch FROM clock_timestamp() - t.at)::text, ' ' ORDER BY t.n), '')"
                + " FROM unnest(ss_times) WITH ORDINALITY AS t(at, n)), true);");
        block.add("END");
        return new ChangeMessage(begin(waits) + block.asDo() + ";\n" + Shut.QUERY + ";\nCOMMIT", operations);
    }

    /** The operation that an error's CONTEXT is about; empty when it is none. */
    Optional<Operation> operation(String context) {
        Matcher matcher = LINE.matcher(context);
        return matcher.find()
                ? Optional.ofNullable(operations.floorEntry(Integer.valueOf(matcher.group(1))))
                        .flatMap(Map.Entry::getValue)
                : Optional.empty();
    }

    /** Neutralises what role and database may have set, for this transaction alone: poolers share sessions. */
    private static String begin(LockWaits waits) {
        return "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE;\n"
                + "SET LOCAL search_path = pg_catalog, pg_temp;\n"
                + "SET LOCAL standard_conforming_strings = on;\n"
                + "SET LOCAL plan_cache_mode = force_generic_plan;\n"
                + waits.settings();
    }

    private static void declare(Block block, Change change, LockWaits waits) {
        Plan plan = change.plan();
        block.add("#variable_conflict use_column");
        block.add("DECLARE");
        block.add("ss_targets CONSTANT jsonb := "
                + Literal.of(targets(Followers.targets(change.read().snapshot(), plan)))
                        .sql()
                + ";");
        block.add("ss_schemas CONSTANT name[] := "
                + names(plan.operations().stream().flatMap(ChangeMessage::schema)) + ";");
        block.add("ss_publications CONSTANT name[] := "
                + names(plan.operations().stream().flatMap(ChangeMessage::publication)) + ";");
        block.add("ss_images jsonb;");
        block.add("ss_sum numeric;");
        block.add("ss_sum_now numeric;");
        block.add("ss_count int8;");
        block.add("ss_count_now int8;");
        block.add("ss_there int8;");
        block.add("ss_written text[];");
        block.add("ss_exempt text[];");
        block.add("ss_removed int8;");
        block.add("ss_removed_now int8;");
        block.add("ss_found text;");
        block.add("ss_grant record;");
        block.add("ss_times timestamptz[] := '{}';");
        waits.declare(block);
        block.add("BEGIN");
    }

    private static void add(Block block, Operation operation, LockWaits waits) {
        if (operation.lockedRelation().isPresent()) {
            waits.beforeLock(block);
        }
        block.add(operation.statement().sql() + ";");
        GrantCheck.add(block, operation);
    }

    /**
     * What the objects that move are, all in one sum, and how many of them are where they are to be; what this transaction has
     * written, and how much it has removed.
     */
    private static void look(Block block, int major) {
        block.add("SELECT sum(i.image), count(*), count(*) FILTER (WHERE n.nspname = i.target)"
                + " INTO ss_sum_now, ss_count_now, ss_there FROM (" + sql("audit-images", major)
                + ") AS i JOIN pg_namespace AS n ON n.oid = i.namespace;");
        block.add("ss_written := (" + sql("audit-written", major) + ");");
        block.add("ss_removed_now := (" + sql("audit-removed", major) + ");");
        block.add("IF ss_pass = 1 THEN ss_sum := ss_sum_now; ss_count := ss_count_now; ss_exempt := ss_written;"
                + " ss_removed := ss_removed_now; END IF;");
    }

    /** Compares the two looks; {@code ss_exempt} is what the journal needed. Only where they differ it is looked what does. */
    private static void audit(Block block, int major) {
        block.raiseIfAny(
                "SELECT string_agg(b.key, ', ') FROM jsonb_each_text(ss_images) AS b LEFT JOIN ("
                        + sql("audit-images", major) + ") AS i ON i.catalog || ' ' || i.oid = b.key"
                        + " LEFT JOIN pg_namespace AS n ON n.oid = i.namespace"
                        + " WHERE (ss_sum_now IS DISTINCT FROM ss_sum OR ss_there < ss_count)"
                        + " AND (i.image::text IS DISTINCT FROM b.value OR n.nspname IS DISTINCT FROM i.target)",
                SqlStates.UNACCOUNTED,
                "a moved object is not where, or as, it should be");
        block.raiseIfAny(
                "SELECT string_agg(w.key, ', ') FROM unnest(ss_written) AS w(key)"
                        + " WHERE w.key <> ALL (ss_exempt) AND NOT ss_images ? w.key",
                SqlStates.UNACCOUNTED,
                "something was changed that is not in the plan");
        block.raiseIf(
                "ss_removed_now <> ss_removed", SqlStates.UNACCOUNTED, "something was dropped that is not in the plan");
    }

    /** The names of objects' schemas to be, by catalog and OID, as JSON. */
    private static String targets(Map<ObjectId, Identifier> targets) {
        Map<Catalog, Map<Long, Identifier>> byCatalog = new EnumMap<>(Catalog.class);
        targets.forEach((id, target) ->
                byCatalog.computeIfAbsent(id.catalog(), c -> new TreeMap<>()).put(id.oid(), target));
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            for (Map.Entry<Catalog, Map<Long, Identifier>> catalog : byCatalog.entrySet()) {
                json.writeObjectFieldStart(catalog.getKey().name().toLowerCase(Locale.ROOT));
                for (Map.Entry<Long, Identifier> object : catalog.getValue().entrySet()) {
                    json.writeStringField(
                            object.getKey().toString(), object.getValue().value());
                }
                json.writeEndObject();
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a StringWriter takes everything", e);
        }
        return text.toString();
    }

    private static String names(Stream<Identifier> names) {
        Set<Identifier> distinct = names.collect(Collectors.toCollection(TreeSet::new));
        return "ARRAY["
                + distinct.stream().map(n -> Literal.of(n.value()).sql()).collect(Collectors.joining(", "))
                + "]::name[]";
    }

    /** The schema whose own rows an operation writes. */
    private static Stream<Identifier> schema(Operation operation) {
        if (operation instanceof SchemaOperation own) {
            return Stream.of(own.schema());
        }
        return operation instanceof AlterDefaultPrivileges defaults ? Stream.of(defaults.schema()) : Stream.empty();
    }

    private static Stream<Identifier> publication(Operation operation) {
        return operation instanceof AlterPublication alter ? Stream.of(alter.publication()) : Stream.empty();
    }

    private static String sql(String query, int major) {
        return new CatalogQuery(query).sql(major);
    }
}
