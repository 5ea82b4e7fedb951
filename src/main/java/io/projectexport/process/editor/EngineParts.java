package io.projectexport.process.editor;

import io.projectexport.export.model.ModelParts.Choice;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was deployed together with a model, and the names of groups, from the engine's tables. */
@Component
class EngineParts {

    private static final String WITH_MODEL = """
            select part.key_ from %s part join act_re_procdef definition on definition.deployment_id_ = part.deployment_id_
            where definition.id_ = :id order by part.key_
            """;

    private final JdbcClient jdbc;

    EngineParts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Name of the model's file. */
    String file(String definitionId) {
        return jdbc.sql("select resource_name_ from act_re_procdef where id_ = :id")
                .param("id", definitionId)
                .query(String.class)
                .single();
    }

    /** Keys of the forms. */
    List<String> forms(String definitionId) {
        return withModel("act_re_camformdef", definitionId);
    }

    /** Keys of the decision tables. */
    List<String> decisions(String definitionId) {
        return withModel("act_re_decision_def", definitionId);
    }

    private List<String> withModel(String table, String definitionId) {
        return jdbc.sql(WITH_MODEL.formatted(table))
                .param("id", definitionId)
                .query(String.class)
                .list();
    }

    /** In the order of their ids; a group without a name goes by its id. */
    List<Choice> groups(Collection<String> ids) {
        Map<String, String> names = jdbc
                .sql("select id_, coalesce(name_, id_) as name from act_id_group")
                .query((row, number) -> Map.entry(row.getString("id_"), row.getString("name")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return ids.stream()
                .sorted()
                .map(id -> new Choice(id, names.getOrDefault(id, id)))
                .toList();
    }
}
