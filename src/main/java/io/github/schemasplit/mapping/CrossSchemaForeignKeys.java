package io.github.schemasplit.mapping;

/** What foreign keys between target schemas are. */
public enum CrossSchemaForeignKeys {
    ALLOW,
    WARN,
    FAIL
}
