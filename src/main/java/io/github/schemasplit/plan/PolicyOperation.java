package io.github.schemasplit.plan;

import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.sql.LockMode;
import io.github.schemasplit.sql.QualifiedName;
import java.util.List;
import java.util.Optional;

/** An operation on the row security of a table, which comes after all moves: it names everything by the schema that it is in then. */
public sealed interface PolicyOperation extends AccessOperation permits AlterRowSecurity, NamedPolicyOperation {
    /** What makes an expression mean what the server made of it when it was read, and what makes the server print it as it did then. */
    List<String> SETTINGS = List.of(
            "quote_all_identifiers = off",
            "datestyle = ISO",
            "intervalstyle = postgres",
            "extra_float_digits = 3",
            "standard_conforming_strings = on",
            "array_nulls = on",
            "transform_null_equals = off");

    /** The table's identity. */
    ObjectId relation();

    /** The table. */
    QualifiedName table();

    /** What of it is as it was read; the statement can tell no more. */
    String before();

    /** The same operation on another table of that name. */
    PolicyOperation of(ObjectId other);

    @Override
    PolicyOperation inverse();

    @Override
    default LockMode lockMode() {
        return LockMode.ACCESS_EXCLUSIVE;
    }

    @Override
    default Optional<QualifiedName> lockedRelation() {
        return Optional.of(table());
    }
}
