package io.github.schemasplit.mojo;

import io.github.schemasplit.notice.NoticeKind;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.usecase.Contract;
import io.github.schemasplit.usecase.Outcome;
import io.github.schemasplit.usecase.Persistence;
import io.github.schemasplit.usecase.Workplace;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Drops the views under the old names of what moved, and takes from each search_path the schemas that it got for them, in one transaction,
 * once nothing uses them: no other object, no routine, no job, and no statement that sessions run meanwhile. {@code schema:rollback} takes
 * it back.
 */
@Mojo(name = "contract", requiresProject = false, threadSafe = true)
public final class ContractMojo extends ChangeMojo {
    private static final Duration GRACE = Duration.ofDays(7);
    private static final Duration WATCH = Duration.ofSeconds(10);

    /**
     * The old names that end, with or without their schema; they are of views then, and each search_path stays. Default: all. Example:
     * {@code orders, public.order_items}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.CONTRACT_NAMES)
    private @Nullable List<String> names;

    /**
     * Whether the views are not dropped but closed to everybody, for a trial: whoever still uses an old name is refused, and can be found,
     * until {@code schema:rollback} opens them again at once. Superusers are not refused, and each search_path stays. Default: false.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.CONTRACT_CANARY, defaultValue = "false")
    private boolean canary;

    /**
     * How long ago the move must be, as {@code 48h}. Default: 168h, and nothing on the embedded database.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.CONTRACT_GRACE)
    private @Nullable String grace;

    /**
     * How long it is looked whether sessions use the old names, where {@code pg_stat_statements} counts what they run. Default: 10s.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.CONTRACT_WATCH)
    private @Nullable String watch;

    /**
     * When contract may change the database; outside of it, it refuses before anything is done and says when it opens next, and no attempt
     * begins after its end. An interval with its time zone, or days and times of each week, or several with semicolons between them;
     * {@code always} for the command line, against what the POM says. By the clock of the machine that Maven runs on; not for the
     * embedded database. {@code schema:rollback} may be run at any time. Default: always. Example:
     * {@code Sat,Sun 22:00-04:00 Europe/Berlin} or {@code 2026-12-01T22:00/2026-12-02T02:00 Europe/Berlin}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.WINDOW)
    private @Nullable String window;

    @Inject
    ContractMojo(Components components) {
        super(components);
    }

    @Override
    void run() throws MojoExecutionException {
        Persistence persistence = persistence();
        Contract.Terms terms = new Contract.Terms(
                options().list(Property.CONTRACT_NAMES, names),
                options().flag(Property.CONTRACT_CANARY, canary),
                time(Property.CONTRACT_GRACE, grace, workplace().disposable() ? Duration.ZERO : GRACE),
                time(Property.CONTRACT_WATCH, watch, WATCH));
        ConductOptions conduct = conduct(options().text(Property.WINDOW, window), ConductOptions.Broken.STOPS);
        Contract.Result result = follow(listener -> {
            Workplace workplace = workplace();
            Persistence inWindow = persistence.within(conduct.hours(workplace));
            return conduct.conduct("contract", NoticeKind.AFTER, workplace)
                    .run(
                            listener,
                            told -> new Contract(workplace, terms, inWindow, told).run(),
                            done -> new Outcome(
                                    done.plan(), done.applied().stream().toList()));
        });
        Plan plan = result.plan();
        if (result.applied().isEmpty()) {
            getLog().info("Nothing to do: there are no views under old names"
                    + (terms.canary() ? " that are open." : ", and no search_path has a schema that it got for them."));
            return;
        }
        long views = plan.views().count();
        if (views > 0) {
            getLog().info((terms.canary() ? "Closed to everybody: " : "Dropped: ")
                    + views
                    + (views == 1 ? " view under an old name." : " views under old names."));
        }
        plan.searchPaths()
                .forEach(alter -> getLog().info(
                                "As it was, for sessions that begin now: the search_path of " + alter.subject() + "."));
        getLog().info("Audited before commit: nothing else changed. schema:rollback takes it back.");
        print(result.applied().orElseThrow());
    }

    private Duration time(String property, @Nullable String configured, Duration otherwise)
            throws MojoExecutionException {
        Optional<String> text = options().text(property, configured);
        return text.isEmpty()
                ? otherwise
                : text.get().strip().equals("0") ? Duration.ZERO : Durations.parse(property, text.get());
    }
}
