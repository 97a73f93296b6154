package io.github.schemasplit.mojo;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.maven.execution.ExecutionListener;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.SessionData;

/**
 * Things that the goals of one build share, closed when the build ends. It lives in the session's data, so that builds in
 * one JVM do not meet, and modules built in parallel do.
 */
final class BuildScope {
    private final Map<Object, AutoCloseable> things = new LinkedHashMap<>();

    private BuildScope() {}

    static BuildScope of(MavenSession session) {
        SessionData data = session.getRepositorySession().getData();
        synchronized (data) {
            if (data.get(BuildScope.class) instanceof BuildScope scope) {
                return scope;
            }
            BuildScope scope = new BuildScope();
            data.set(BuildScope.class, scope);
            scope.closeAtTheEndOf(session);
            return scope;
        }
    }

    /** The thing of that key; the first to ask makes it, everybody else waits for it. */
    synchronized <T extends AutoCloseable> T get(Object key, Class<T> type, Supplier<T> maker) {
        AutoCloseable thing = things.get(key);
        if (thing == null) {
            thing = maker.get();
            things.put(key, thing);
        }
        return type.cast(thing);
    }

    private void closeAtTheEndOf(MavenSession session) {
        ExecutionListener listener = session.getRequest().getExecutionListener();
        session.getRequest().setExecutionListener((ExecutionListener) Proxy.newProxyInstance(
                ExecutionListener.class.getClassLoader(),
                new Class<?>[] {ExecutionListener.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("sessionEnded")) {
                        close();
                    }
                    try {
                        return listener == null ? null : method.invoke(listener, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private synchronized void close() throws Exception {
        List<AutoCloseable> open = new ArrayList<>(things.values());
        things.clear();
        for (AutoCloseable thing : open) {
            thing.close();
        }
    }
}
