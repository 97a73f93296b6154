package io.github.schemasplit.jdbc;

import io.github.schemasplit.catalog.Acl;
import io.github.schemasplit.sql.Identifier;
import java.util.HashMap;
import java.util.Map;

/** Values that one reading meets again and again, each kept once: ten thousand tables repeat few names and ACLs. */
final class Pool {
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Identifier> names = new HashMap<>();
    private final Map<String, Acl> acls = new HashMap<>();

    String text(String text) {
        String known = texts.putIfAbsent(text, text);
        return known == null ? text : known;
    }

    Identifier name(String name) {
        return names.computeIfAbsent(name, Identifier::of);
    }

    Acl acl(String array) {
        return acls.computeIfAbsent(array, AclParser::parse);
    }
}
