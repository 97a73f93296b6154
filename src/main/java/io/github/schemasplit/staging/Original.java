package io.github.schemasplit.staging;

import io.github.schemasplit.jdbc.ServerIdentity;

/**
 * What a disposable database is to be a copy of.
 *
 * @param major the major version of its server
 * @param identity by what it is told from others
 */
public record Original(int major, ServerIdentity identity) {}
