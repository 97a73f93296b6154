package io.github.schemasplit.mojo;

import io.github.schemasplit.usecase.Info;
import io.github.schemasplit.usecase.Workplace;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;

/** Reads the journal and prints what was migrated and rolled back, when and by whom; changes nothing. */
@Mojo(name = "info", requiresProject = false, threadSafe = true)
public final class InfoMojo extends SchemaMojo {
    @Inject
    InfoMojo(Components components) {
        super(components);
    }

    @Override
    void run() throws MojoExecutionException {
        Workplace workplace = workplace();
        print(HistoryText.lines(workplace, new Info(workplace).run()));
    }
}
