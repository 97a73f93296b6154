package io.github.schemasplit.jdbc;

import io.github.schemasplit.catalog.Catalog;
import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.Comment;
import io.github.schemasplit.catalog.Dependency;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Schema;
import io.github.schemasplit.catalog.SecurityLabel;
import io.github.schemasplit.catalog.TextConstant;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringTokenizer;

/** Takes the rows that refer to objects, when all objects were read, and keeps those whose objects are among them. */
final class LinkRows {
    private final Collection<CatalogObject> objects;
    private final Map<ObjectId, ObjectId> known = new HashMap<>();
    private final List<Comment> comments = new ArrayList<>();
    private final List<SecurityLabel> securityLabels = new ArrayList<>();
    private final List<TextConstant> textConstants = new ArrayList<>();
    private final List<Dependency> dependencies = new ArrayList<>();

    /**
     * @param objects complete by the time the first row comes
     */
    LinkRows(Collection<CatalogObject> objects) {
        this.objects = objects;
    }

    /** The OIDs of the catalogs in question, for the queries' parameter. */
    Long[] catalogs() {
        List<Long> catalogs = new ArrayList<>();
        for (Catalog catalog : Catalog.values()) {
            catalogs.add(catalog.oid());
        }
        return catalogs.toArray(new Long[0]);
    }

    void text(Row row) throws SQLException {
        Optional<ObjectId> object = object(row);
        int column = (int) row.number();
        char kind = row.letter();
        String text = row.text();
        Optional<String> more = row.textIfAny();
        if (object.isEmpty()) {
            return;
        }
        switch (kind) {
            case 'c' -> comments.add(new Comment(object.get(), column, text));
            case 'l' -> securityLabels.add(new SecurityLabel(object.get(), column, more.orElseThrow(), text));
            case 'k' -> add(object.get(), column, TextConstant.Use.ARGUMENT, ofBytes(text), more);
            case 's' -> add(object.get(), column, TextConstant.Use.COMPARED, ofBytes(text), more);
            case 'n' -> schema(text).ifPresent(s -> add(object.get(), column, TextConstant.Use.COMPARED, s, more));
            case 'f' -> add(object.get(), column, TextConstant.Use.CURRENT_SCHEMA, text, more);
            default -> throw new IllegalArgumentException("nothing takes a text of kind " + kind);
        }
    }

    private void add(ObjectId object, int column, TextConstant.Use use, String text, Optional<String> expression) {
        textConstants.add(new TextConstant(object, column, use, text, expression));
    }

    /** The name of the schema whose OID's bytes a stored tree prints, as signed numbers, lowest first. */
    private Optional<String> schema(String printed) {
        StringTokenizer numbers = new StringTokenizer(printed);
        long oid = 0;
        for (int shift = 0; shift < Integer.SIZE && numbers.hasMoreTokens(); shift += Byte.SIZE) {
            oid |= (Long.parseLong(numbers.nextToken()) & 0xff) << shift;
        }
        for (CatalogObject object : objects) {
            if (object instanceof Schema found && found.oid() == oid) {
                return Optional.of(found.name().value());
            }
        }
        return Optional.empty();
    }

    /**
     * The text whose bytes a stored tree prints, as signed numbers, up to a zero that ends it. The bytes are in the database's
     * encoding; where that is another than UTF-8, what is not ASCII gets lost.
     */
    private static String ofBytes(String printed) {
        StringTokenizer numbers = new StringTokenizer(printed);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (numbers.hasMoreTokens()) {
            int number = Integer.parseInt(numbers.nextToken());
            if (number == 0) {
                break;
            }
            bytes.write(number);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    void dependency(Row row) throws SQLException {
        Optional<ObjectId> dependent = object(row);
        Optional<ObjectId> referenced = object(row);
        char type = row.letter();
        if (dependent.isPresent() && referenced.isPresent()) {
            dependencies.add(new Dependency(dependent.get(), referenced.get(), type));
        }
    }

    private Optional<ObjectId> object(Row row) throws SQLException {
        Optional<Catalog> catalog = Catalog.ofOid(row.number());
        long oid = row.number();
        if (known.isEmpty()) {
            for (CatalogObject object : objects) {
                known.put(object.id(), object.id());
            }
        }
        return catalog.isPresent()
                ? Optional.ofNullable(known.get(new ObjectId(catalog.get(), oid)))
                : Optional.empty();
    }

    List<Comment> comments() {
        return comments;
    }

    List<SecurityLabel> securityLabels() {
        return securityLabels;
    }

    List<TextConstant> textConstants() {
        return textConstants;
    }

    List<Dependency> dependencies() {
        return dependencies;
    }
}
