package io.github.schemasplit.staging;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * Testcontainers in a class loader of its own, with the one class of ours that knows it. The library finds its parts by the thread's
 * class loader. It stays until the process ends, at which the library clears away what is left.
 */
final class ContainerLibrary {
    private static final String OURS = "io.github.schemasplit.staging.PostgresContainer";

    private static final String RESOURCE = "testcontainers.properties";

    private final Loader loader;

    private ContainerLibrary(Loader loader) {
        this.loader = loader;
    }

    /** What is to be fetched. */
    static String coordinates() {
        Properties properties = new Properties();
        try (InputStream in = ContainerLibrary.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the plugin's jar");
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + RESOURCE, e);
        }
        return properties.getProperty("library");
    }

    static ContainerLibrary load(List<Path> jars) {
        QuietLibrary.hushContainers();
        List<URL> urls = new ArrayList<>();
        for (Path jar : jars) {
            try {
                urls.add(jar.toUri().toURL());
            } catch (MalformedURLException e) {
                throw new IllegalStateException("a file has a URL", e);
            }
        }
        return new ContainerLibrary(new Loader(urls.toArray(URL[]::new)));
    }

    DatabaseContainer start(String image, String database, String user, String password) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return (DatabaseContainer) Class.forName(OURS, true, loader)
                    .getMethod("start", String.class, String.class, String.class, String.class)
                    .invoke(null, image, database, user, password);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the plugin's jar lacks " + OURS, e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Takes everything from the plugin, but for what only the library's jars have, and our class that refers to them. */
    private static final class Loader extends URLClassLoader {
        Loader(URL[] jars) {
            super("testcontainers", jars, ContainerLibrary.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(OURS)) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? define(name) : loaded;
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
