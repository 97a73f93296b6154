package io.github.schemasplit.testing;

import static org.assertj.core.api.Assertions.assertThat;

class TestServerTest {
    @PostgresTest
    void startsTheVersionThatItSays(TestDatabase database) {
        assertThat(database.query("SELECT current_setting('server_version_num')::int / 10000"))
                .containsExactly(String.valueOf(database.server().major()));
    }
}
