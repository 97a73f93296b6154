package io.github.schemasplit.mapping;

/** What an API that serves whole schemas, such as PostgREST, has to do with a target schema. */
public enum Api {
    /** It serves the schema, beside those that it serves already. */
    SERVED
}
