package io.github.schemasplit.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that takes a {@link TestDatabase}: it runs once on each server version of the test run, each time with a new empty
 * database, or a copy of the {@link Sample} or of a {@link Supabase} project, that is dropped after it.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(EachServer.class)
public @interface PostgresTest {
    /** Whether it takes so long that in the gate the newest server has to do; nightly it runs on each, as by {@code -Dpg=N}. */
    boolean takesLong() default false;
}
