package io.github.schemasplit.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SearchPathTest {
    @Test
    void moreSchemasStandBehindOneAndInTheirOrder() {
        assertThat(path("a", "public", "z").with(schemas("shop", "crm"), Identifier.of("public")))
                .isEqualTo(path("a", "public", "shop", "crm", "z"));
        assertThat(path("public", "crm").with(schemas("shop", "crm"), Identifier.of("public")))
                .isEqualTo(path("public", "shop", "crm"));
        assertThat(path("public", "shop").with(schemas("shop", "crm"), Identifier.of("public")))
                .isEqualTo(path("public", "shop", "crm"));
        assertThat(path("crm", "public").with(schemas("shop", "crm", "hr"), Identifier.of("public")))
                .isEqualTo(path("crm", "public", "shop", "hr"));
    }

    @Test
    void settingsKeepTheirPlaces() {
        Optional<SearchPath> path = Optional.of(path("$user", "My Shop"));
        assertThat(SearchPath.set(List.of("a=1", "search_path=x", "b=2"), path))
                .containsExactly("a=1", "search_path=\"$user\", \"My Shop\"", "b=2");
        assertThat(SearchPath.set(List.of("a=1"), path)).containsExactly("a=1", "search_path=\"$user\", \"My Shop\"");
        assertThat(SearchPath.set(List.of("a=1", "search_path=x"), Optional.empty()))
                .containsExactly("a=1");
    }

    @Test
    void aPathWithoutSchemasIsWrittenAsOne() {
        assertThat(path().sql()).isEqualTo("''");
        assertThat(path().setting()).isEqualTo("search_path=\"\"");
        assertThat(SearchPath.in(List.of("search_path=\"\""))).contains(path());
    }

    private static SearchPath path(String... schemas) {
        return new SearchPath(schemas(schemas));
    }

    private static List<Identifier> schemas(String... schemas) {
        return Stream.of(schemas).map(Identifier::of).toList();
    }
}
