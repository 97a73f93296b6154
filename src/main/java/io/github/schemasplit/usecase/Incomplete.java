package io.github.schemasplit.usecase;

/** What this version does not bring along yet, and a live application needs. */
final class Incomplete {
    static final String MESSAGE = """
            This database is not embedded, and this version of the plugin does not yet do all that a live application needs:
              - access and policies of the mapping are checked and not applied
              - there is no backup, and no rehearsal on a copy
            Try it on the embedded database first (schema.url=embedded with schema.init). If you know that none of this matters \
            here, say schema.allowIncomplete=true.""";

    private Incomplete() {}
}
