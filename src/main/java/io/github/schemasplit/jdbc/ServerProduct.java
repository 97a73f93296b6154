package io.github.schemasplit.jdbc;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Servers that speak PostgreSQL's protocol and are something else, told by what {@code version()} says. */
enum ServerProduct {
    COCKROACHDB("CockroachDB", "cockroachdb"),
    YUGABYTEDB("YugabyteDB", "-yb-", "yugabyte"),
    REDSHIFT("Amazon Redshift", "redshift"),
    GREENPLUM("Greenplum", "greenplum"),
    CLOUDBERRY("Apache Cloudberry", "cloudberry"),
    QUESTDB("QuestDB", "questdb"),
    MATERIALIZE("Materialize", "materialize"),
    RISINGWAVE("RisingWave", "risingwave"),
    CRATEDB("CrateDB", "cratedb"),
    OPENGAUSS("openGauss", "opengauss", "gaussdb"),
    H2("H2", "h2 "),
    UNKNOWN("an unknown product");

    private static final Pattern POSTGRESQL =
            Pattern.compile("PostgreSQL \\d+(\\.|devel|beta|rc| |$).*", Pattern.DOTALL);

    private final String label;
    private final List<String> marks;

    ServerProduct(String label, String... marks) {
        this.label = label;
        this.marks = List.of(marks);
    }

    /** The product's name. */
    String label() {
        return label;
    }

    /** Which product says this of its version; empty for PostgreSQL. */
    static Optional<ServerProduct> of(String version) {
        String lower = version.toLowerCase(Locale.ROOT);
        for (ServerProduct product : values()) {
            for (String mark : product.marks) {
                if (lower.contains(mark)) {
                    return Optional.of(product);
                }
            }
        }
        return POSTGRESQL.matcher(version).matches() ? Optional.empty() : Optional.of(UNKNOWN);
    }
}
