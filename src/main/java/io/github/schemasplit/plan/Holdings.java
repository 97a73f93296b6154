package io.github.schemasplit.plan;

import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.Grantee;
import io.github.schemasplit.catalog.Holders;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Who may do something with objects that move together, and by which of them. */
final class Holdings {
    private final Map<Grantee, String> byHolder = new TreeMap<>();

    /** What each holder holds first, as the end of a sentence whose subject it is. */
    Map<Grantee, String> byHolder() {
        return Collections.unmodifiableMap(byHolder);
    }

    void add(CatalogObject object) {
        Optional<Holders> holders = Holders.of(object);
        if (holders.isPresent()) {
            add(holders.get(), object.describe());
        }
    }

    private void add(Holders holders, String object) {
        put(Grantee.of(holders.owner()), "owns " + object);
        for (Grantee grantee : holders.grantees()) {
            put(grantee, "may use " + object);
        }
        if (holders.maintainable()) {
            put(Grantee.of(Holders.MAINTAINER), "may maintain " + object);
        }
    }

    private void put(Grantee holder, String phrase) {
        byHolder.putIfAbsent(holder, phrase);
    }
}
