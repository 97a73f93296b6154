package io.github.schemasplit.testing;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Runs a {@link PostgresTest} on each server version. */
final class EachServer implements TestTemplateInvocationContextProvider {
    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        List<String> versions = TestServer.versions();
        boolean newestAlone = context.getRequiredTestMethod()
                        .getAnnotation(PostgresTest.class)
                        .takesLong()
                && !Boolean.getBoolean(Turns.ALL);
        return versions.stream().skip(newestAlone ? versions.size() - 1 : 0).map(OnServer::new);
    }

    private record OnServer(String version) implements TestTemplateInvocationContext {
        @Override
        public String getDisplayName(int invocationIndex) {
            return "PostgreSQL " + version;
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new NewDatabase(version));
        }
    }

    private static final class NewDatabase implements ParameterResolver, AfterEachCallback {
        private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(EachServer.class);
        private final String version;

        NewDatabase(String version) {
            this.version = version;
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == TestDatabase.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getStore(NAMESPACE)
                    .getOrComputeIfAbsent(TestDatabase.class, c -> create(parameter), TestDatabase.class);
        }

        private TestDatabase create(ParameterContext parameter) {
            TestServer server = TestServer.of(version);
            if (parameter.isAnnotated(Supabase.class)) {
                return SupabaseDatabase.copy(server);
            }
            return parameter.isAnnotated(Sample.class) ? SampleDatabase.copy(server) : server.createDatabase();
        }

        @Override
        public void afterEach(ExtensionContext context) {
            TestDatabase database = context.getStore(NAMESPACE).remove(TestDatabase.class, TestDatabase.class);
            if (database != null) {
                database.close();
            }
        }
    }
}
