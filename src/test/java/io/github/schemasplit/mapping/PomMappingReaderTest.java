package io.github.schemasplit.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class PomMappingReaderTest {
    @Test
    void readsTheSameAsYaml() throws Exception {
        Mapping pom = parse(PomMappingReader.read(
                List.of(Xml.parse("""
                <schemas>
                  <ecommerce>
                    <purpose> Shop </purpose>
                    <owner>app_owner</owner>
                    <tables><table>orders</table><table>say_*</table></tables>
                    <routines>place_order(uuid, integer), refund</routines>
                    <access>
                      <usage><role>authenticated</role><role>app user</role></usage>
                      <defaults>
                        <tables>
                          <authenticated>select, insert</authenticated>
                          <grant><role>app user</role><privileges><privilege>all</privilege></privileges></grant>
                        </tables>
                      </defaults>
                    </access>
                    <policies>
                      <policy>
                        <table>orders</table><name>Own orders</name><for>select</for><to>authenticated, anon</to>
                        <using>user_id = auth.uid()</using>
                      </policy>
                    </policies>
                  </ecommerce>
                  <schema>
                    <name>Not an XML name</name>
                    <tables combine.children="append">
                      order_items,
                      "x"
                    </tables>
                  </schema>
                </schemas>
                """), Xml.parse("<createRoles>authenticated, app user</createRoles>")), "pom.xml"));
        Mapping yaml = parse(YamlMappingReader.read("""
                schemas:
                  ecommerce:
                    purpose: Shop
                    owner: app_owner
                    tables: [orders, "say_*"]
                    routines: ["place_order(uuid, integer)", refund]
                    access:
                      usage: [authenticated, app user]
                      defaults: { tables: { authenticated: [select, insert], app user: [all] } }
                    policies:
                      - { table: orders, name: Own orders, for: select, to: [authenticated, anon], using: user_id = auth.uid() }
                  Not an XML name:
                    tables: [order_items, '"x"']
                createRoles: [authenticated, app user]
                """, "mapping.yml"));

        assertThat(Unlocated.of(pom)).isEqualTo(Unlocated.of(yaml));
        assertThat(pom.targets().get(0).entries(EntryKind.TABLES).get(1).origin())
                .hasToString("pom.xml schemas.ecommerce.tables[2]");
        assertThat(pom.createRoles().get(1).origin()).hasToString("pom.xml createRoles[2]");
        assertThat(pom.targets().get(1).name().origin()).hasToString("pom.xml schemas.Not an XML name");
    }

    @Test
    void readsASchemaThatIsCalledSchema() throws Exception {
        MappingTree tree = PomMappingReader.read(
                List.of(Xml.parse("<schemas><schema><tables>t</tables></schema></schemas>")), "pom.xml");

        assertThat(parse(tree).targets().get(0).name().value()).hasToString("schema");
    }

    @Test
    void needsNoYamlClasses() throws Exception {
        URL[] ours = {
            MappingParser.class.getProtectionDomain().getCodeSource().getLocation(),
            PomMappingReaderTest.class.getProtectionDomain().getCodeSource().getLocation(),
            NullMarked.class.getProtectionDomain().getCodeSource().getLocation()
        };
        try (URLClassLoader loader = new URLClassLoader(ours, ClassLoader.getPlatformClassLoader())) {
            Object parser = loader.loadClass(WithoutYaml.class.getName())
                    .getDeclaredConstructor()
                    .newInstance();
            assertThat(((Callable<?>) parser).call()).isEqualTo("[]");
        }
    }

    /** Runs in a class loader that has neither SnakeYAML nor Jackson. */
    public static final class WithoutYaml implements Callable<String> {
        @Override
        public String call() {
            XmlElement tables = new XmlElement("tables", Map.of(), "orders", List.of());
            XmlElement shop = new XmlElement("shop", Map.of(), "", List.of(tables));
            MappingTree tree =
                    PomMappingReader.read(List.of(new XmlElement("schemas", Map.of(), "", List.of(shop))), "pom.xml");
            return MappingParser.parse(new MappingSources(Map.of(), Map.of(), Optional.of(tree), Optional.empty()))
                    .problems()
                    .toString();
        }
    }

    private static Mapping parse(MappingTree tree) {
        ParsedMapping parsed =
                MappingParser.parse(new MappingSources(Map.of(), Map.of(), Optional.of(tree), Optional.empty()));
        assertThat(parsed.problems()).isEmpty();
        return parsed.mapping().orElseThrow();
    }
}
