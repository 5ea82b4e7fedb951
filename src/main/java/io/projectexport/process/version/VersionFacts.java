package io.projectexport.process.version;

import io.projectexport.export.diagnostics.Fact;
import io.projectexport.export.diagnostics.Facts;
import io.projectexport.process.model.DailySummaryProcess;
import io.projectexport.process.model.ProjectExportProcess;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.boot.SpringBootVersion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which versions of the programs and of the models are at work. */
@Component
class VersionFacts implements Facts {

    private static final String LATEST = """
            select definition.key_, definition.version_, definition.version_tag_ from act_re_procdef definition
            where definition.key_ in (:keys) and definition.tenant_id_ is null and definition.version_ =
                  (select max(latest.version_) from act_re_procdef latest where latest.key_ = definition.key_ and latest.tenant_id_ is null)
            order by definition.key_ desc
            """;

    private final JdbcClient jdbc;

    VersionFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Fact> tell() {
        return List.of(
                Fact.of("Project Export", of(VersionFacts.class)),
                Fact.of("Camunda", of(ProcessEngine.class)),
                Fact.of("Spring Boot", SpringBootVersion.getVersion()),
                Fact.of("Java", Runtime.version().toString()),
                Fact.of("Models", String.join(", ", models())));
    }

    /** As the jar says; a run from classes has none. */
    private static String of(Class<?> type) {
        return Optional.ofNullable(type.getPackage().getImplementationVersion()).orElse("not packaged");
    }

    private List<String> models() {
        return jdbc.sql(LATEST)
                .param("keys", List.of(ProjectExportProcess.KEY, DailySummaryProcess.KEY))
                .query((row, number) -> "%s %s (version %d)"
                        .formatted(
                                row.getString("key_"),
                                Optional.ofNullable(row.getString("version_tag_"))
                                        .orElse("without a tag"),
                                row.getInt("version_")))
                .list();
    }
}
