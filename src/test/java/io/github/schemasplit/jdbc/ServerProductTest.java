package io.github.schemasplit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerProductTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CockroachDB     | CockroachDB CCL v23.1.11 (x86_64-pc-linux-gnu, built 2023/09/27 01:53:43, go1.19.10)
            YugabyteDB      | PostgreSQL 11.2-YB-2.20.1.0-b0 on x86_64-pc-linux-gnu, compiled by clang version 15.0.3, 64-bit
            YugabyteDB      | PostgreSQL 15.2-YB-2.25.0.0-b0 on x86_64-pc-linux-gnu, compiled by clang version 17.0.6, 64-bit
            Amazon Redshift | PostgreSQL 8.0.2 on i686-pc-linux-gnu, compiled by GCC gcc (GCC) 3.4.2 20041017 (Red Hat 3.4.2-6.fc3), Redshift 1.0.12103
            Greenplum       | PostgreSQL 9.4.26 (Greenplum Database 6.21.0 build commit:d0bd6a2) on x86_64-unknown-linux-gnu, compiled by gcc
            Greenplum       | PostgreSQL 12.12 (Greenplum Database 7.0.0 build commit:0a7a3566) on x86_64-pc-linux-gnu, compiled by gcc
            Apache Cloudberry | PostgreSQL 14.4 (Apache Cloudberry 1.6.0 build 1) on x86_64-pc-linux-gnu, compiled by gcc
            QuestDB         | PostgreSQL 12.3, compiled by Visual C++ build 1914, 64-bit, QuestDB
            Materialize     | PostgreSQL 9.5 on x86_64-unknown-linux-gnu (Materialize v0.91.0)
            RisingWave      | PostgreSQL 13.14.0-RisingWave-1.9.0 (8a8b8b8)
            CrateDB         | CrateDB 5.2.0 (built 7c1ac1f/2023-01-05T14:01:20Z, Linux 5.4.0 amd64, OpenJDK 64-Bit)
            openGauss       | (openGauss 5.0.0 build a07d57c3) compiled at 2023-03-29 03:37:13 commit 0 last mr on x86_64-unknown-linux-gnu
            H2              | PostgreSQL 8.2.23 server protocol using H2 2.1.214 (2022-06-13)
            an unknown product | SomethingDB 1.0
            """)
    void refusesByName(String product, String version) {
        assertThat(ServerCheck.refusal(version, ""))
                .hasValueSatisfying(r -> assertThat(r).startsWith("is " + product + " and not PostgreSQL"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PostgreSQL 13.23 on x86_64-pc-linux-gnu, compiled by gcc (Ubuntu 7.5.0-3ubuntu1~18.04) 7.5.0, 64-bit",
                "PostgreSQL 15.8 on aarch64-unknown-linux-gnu, compiled by gcc (GCC) 13.2.0, 64-bit",
                "PostgreSQL 18.6 (Debian 18.6-1.pgdg120+1) on x86_64-pc-linux-gnu, compiled by gcc, 64-bit",
                "PostgreSQL 19beta1 on x86_64-pc-linux-gnu, compiled by gcc, 64-bit",
                "PostgreSQL 20devel on x86_64-pc-linux-gnu, compiled by gcc, 64-bit",
                "PostgreSQL 15.2 (EnterpriseDB Advanced Server 15.2.0) on x86_64-pc-linux-gnu, compiled by gcc, 64-bit"
            })
    void takesPostgresql(String version) {
        assertThat(ServerCheck.refusal(version, "")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PostgreSQL 12.22 on x86_64-pc-linux-gnu", "PostgreSQL 9.6.24 on x86_64-pc-linux-gnu"})
    void refusesPostgresqlBelow13(String version) {
        assertThat(ServerCheck.refusal(version, ""))
                .hasValueSatisfying(r -> assertThat(r).contains("older than 13"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v23.1.11"})
    void knowsCockroachByItsParameterToo(String parameter) {
        assertThat(ServerCheck.refusal("PostgreSQL 13.0.0 on x86_64", parameter))
                .hasValueSatisfying(r -> assertThat(r).contains("CockroachDB"));
    }
}
