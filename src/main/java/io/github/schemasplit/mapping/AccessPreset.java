package io.github.schemasplit.mapping;

/** A name for what many give to roles. */
public enum AccessPreset {
    /** {@code anon}, {@code authenticated} and {@code service_role} have what they have in the source schema. */
    SUPABASE,
    /** Nobody has anything but the owners; all that others have is taken from them. */
    OWNER_ONLY
}
