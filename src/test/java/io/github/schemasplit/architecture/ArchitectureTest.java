package io.github.schemasplit.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.stream.Stream;

/** The house rules that a compiler does not check; CONTRIBUTING cites them by name. */
@AnalyzeClasses(packages = "io.github.schemasplit", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String BASE = "io.github.schemasplit.";

    /** The packages that hold values and pure functions alone. */
    private static final String[] CORE = packages(
            "sql",
            "sqltext",
            "graph",
            "catalog",
            "mapping",
            "assignment",
            "names",
            "analysis",
            "hazard",
            "proposal",
            "dictionary",
            "plan",
            "render",
            "verify",
            "diagram",
            "watch",
            "report",
            "window");

    @ArchTest
    static final ArchRule diagramUsesNothing = mayUse("diagram");

    @ArchTest
    static final ArchRule oneClassKnowsTheLayout = noClasses()
            .that(not(simpleName("Outline")))
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.eclipse.elk..", "org.eclipse.emf..", "com.google.common.."));

    @ArchTest
    static final ArchRule sqlUsesNothing = mayUse("sql");

    @ArchTest
    static final ArchRule graphUsesNothing = mayUse("graph");

    @ArchTest
    static final ArchRule sqltextUsesSql = mayUse("sqltext", "sql");

    @ArchTest
    static final ArchRule catalogUsesSql = mayUse("catalog", "sql");

    @ArchTest
    static final ArchRule mappingUsesSql = mayUse("mapping", "sql");

    @ArchTest
    static final ArchRule assignmentUsesCatalogAndMapping = mayUse("assignment", "catalog", "mapping", "graph", "sql");

    @ArchTest
    static final ArchRule namesUsesAssignmentAndSqltext =
            mayUse("names", "assignment", "catalog", "mapping", "sqltext", "sql");

    @ArchTest
    static final ArchRule analysisUsesNames =
            mayUse("analysis", "names", "assignment", "catalog", "mapping", "graph", "sqltext", "sql");

    @ArchTest
    static final ArchRule hazardUsesAnalysis =
            mayUse("hazard", "analysis", "names", "assignment", "catalog", "mapping", "sql");

    @ArchTest
    static final ArchRule proposalUsesNames =
            mayUse("proposal", "names", "assignment", "catalog", "mapping", "graph", "sql");

    @ArchTest
    static final ArchRule dictionaryUsesCatalog = mayUse("dictionary", "catalog", "sql");

    @ArchTest
    static final ArchRule watchUsesCatalogAndSqltext = mayUse("watch", "catalog", "sqltext", "sql");

    @ArchTest
    static final ArchRule planUsesAssignment =
            mayUse("plan", "assignment", "analysis", "names", "catalog", "mapping", "graph", "sql", "sqltext");

    @ArchTest
    static final ArchRule renderUsesPlan = mayUse("render", "plan", "hazard", "sql");

    @ArchTest
    static final ArchRule verifyUsesPlanAndCatalog =
            mayUse("verify", "plan", "catalog", "mapping", "assignment", "analysis", "sql");

    @ArchTest
    static final ArchRule sourcecodeUsesMappingAndSqltext = mayUse("sourcecode", "mapping", "sqltext", "sql");

    @ArchTest
    static final ArchRule reportUsesTheCore = mayUse(
            "report",
            "diagram",
            "analysis",
            "hazard",
            "names",
            "assignment",
            "catalog",
            "mapping",
            "plan",
            "proposal",
            "dictionary",
            "sourcecode",
            "verify",
            "watch",
            "sql");

    @ArchTest
    static final ArchRule jdbcUsesCatalogAndPlan = mayUse("jdbc", "catalog", "plan", "sql", "sqltext");

    @ArchTest
    static final ArchRule stagingUsesJdbc = mayUse("staging", "jdbc", "sql", "sqltext");

    @ArchTest
    static final ArchRule backupUsesJdbc = mayUse("backup", "jdbc", "sql");

    static final ArchRule windowUsesNothing = mayUse("window");

    @ArchTest
    static final ArchRule noticeUsesNothing = mayUse("notice");

    @ArchTest
    static final ArchRule onlyMojosKnowMaven = noClasses()
            .that(not(resideInAPackage(BASE + "mojo..")))
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.apache.maven..", "org.eclipse.aether..", "javax.inject.."));

    @ArchTest
    static final ArchRule theCoreKnowsNoConnectionAndNoFile = noClasses()
            .that(resideInAnyPackage(CORE))
            .and()
            .haveSimpleNameNotEndingWith("Reader")
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql..", "java.nio.file..", "java.net.."))
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(Process.class, ProcessBuilder.class, java.io.File.class);

    @ArchTest
    static final ArchRule theCoreKnowsNoClockAndNoChance = noClasses()
            .that(resideInAnyPackage(CORE))
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getProperty", String.class)
            .orShould()
            .callMethod(java.util.UUID.class, "randomUUID")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(java.util.Random.class, java.time.Clock.class);

    @ArchTest
    static final ArchRule onlyEdgesKnowConnections = noClasses()
            .that(not(resideInAnyPackage(packages("jdbc", "staging", "usecase"))))
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.sql..", "org.postgresql.."));

    /** It is there only where a container is asked for, in a class loader of its own. */
    @ArchTest
    static final ArchRule oneClassKnowsTestcontainers = noClasses()
            .that(not(simpleName("PostgresContainer")))
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.testcontainers..", "com.github.dockerjava.."));

    @ArchTest
    static final ArchRule noStaticState = fields().that().areStatic().should().haveModifier(JavaModifier.FINAL);

    @ArchTest
    static final ArchRule noSetters = noMethods()
            .that()
            .areDeclaredInClassesThat(resideInAPackage("io.github.schemasplit.."))
            .should()
            .haveNameMatching("set[A-Z].*");

    @ArchTest
    static final ArchRule nothingIsNamedForWhatItIsNot =
            noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)");

    @ArchTest
    static final ArchRule packagesSayWhetherNullIsAllowed = classes()
            .that()
            .haveSimpleName("package-info")
            .should()
            .beAnnotatedWith("org.jspecify.annotations.NullMarked")
            .allowEmptyShould(true);

    private static ArchRule mayUse(String name, String... others) {
        return noClasses()
                .that(resideInAPackage(BASE + name + ".."))
                .should()
                .dependOnClassesThat(resideInAPackage("io.github.schemasplit..")
                        .and(not(resideInAnyPackage(packages(Stream.concat(Stream.of(name), Arrays.stream(others))
                                .toArray(String[]::new))))))
                .allowEmptyShould(true);
    }

    private static String[] packages(String... names) {
        return Arrays.stream(names).map(n -> BASE + n + "..").toArray(String[]::new);
    }
}
