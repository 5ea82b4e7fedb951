package io.projectexport.system;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A project that calls of the engine's REST API are aimed at: what stands for it in paths and bodies, and what became of it. */
final class EngineTarget {

    private static final String PROJECT_EXPORT = "project-export";
    private static final String NONE = "none";
    private static final Map<String, Object> VARIABLE = Map.of("value", "Mallory", "type", "String");

    /** What some calls are asked for in their addresses. */
    private static final Map<String, String> QUERIES = Map.of(
            "GET /authorization/check", "?permissionName=READ&resourceName=Task&resourceType=7&userId=calls-colleague",
            "GET /history/process-instance/report", "?reportType=duration&periodUnit=month",
            "GET /history/task/report", "?reportType=count&groupBy=taskName",
            "GET /identity/groups", "?userId=calls-colleague");

    private static final List<String> OF_PROJECT = List.of(
            "act_ru_execution t where proc_inst_id_ = :id",
            "act_ru_task t where proc_inst_id_ = :id",
            // a decision that is refused writes anew what people are shown, which is the same
            "(select id_, name_, text_, long_, double_ from act_ru_variable where proc_inst_id_ = :id) t",
            "act_ru_event_subscr t where proc_inst_id_ = :id",
            "act_ru_identitylink t where task_id_ in (select id_ from act_ru_task where proc_inst_id_ = :id)",
            "act_ru_authorization t where resource_type_ = 7 and resource_id_ in"
                    + " (select id_ from act_ru_task where proc_inst_id_ = :id)",
            "act_ru_job t where process_instance_id_ = :id",
            "act_hi_procinst t where proc_inst_id_ = :id",
            "act_hi_varinst t where proc_inst_id_ = :id",
            "act_hi_taskinst t where proc_inst_id_ = :id",
            "act_hi_actinst t where proc_inst_id_ = :id",
            "act_hi_comment t where proc_inst_id_ = :id",
            "act_hi_attachment t where proc_inst_id_ = :id",
            "project_export t where id::text = :id");

    /** Without what belongs to other projects, which a submitter may add. */
    private static final List<String> SHARED = List.of(
            "act_ru_incident t",
            "act_ru_job t where process_def_key_ is null",
            "act_hi_job_log t where process_def_key_ is null",
            "act_hi_op_log t where annotation_ is not null",
            "act_re_deployment t",
            "act_re_procdef t",
            "act_ru_jobdef t",
            "act_ru_authorization t where resource_type_ <> 7 or resource_id_ = '*'",
            "act_ru_filter t",
            "act_ru_batch t",
            "act_id_user t",
            "act_id_group t",
            "act_id_membership t",
            "act_id_tenant t",
            "act_id_tenant_member t");

    private final JdbcClient database;
    private final String exportId;
    private final String name;

    /** By the path that leads to it. */
    private final Map<String, String> ids = new TreeMap<>();

    /** By the name in the path. */
    private final Map<String, String> named = new TreeMap<>();

    private final Map<String, Object> values = new TreeMap<>();

    EngineTarget(JdbcClient database, String exportId, String name) {
        this.database = database;
        this.exportId = exportId;
        this.name = name;
        addIds();
        addNamed();
        addValues();
    }

    private void addIds() {
        String definition = first("proc_def_id_ from act_ru_execution where id_ = :id");
        ids.put(
                "/authorization",
                first("id_ from act_ru_authorization where resource_type_ = 0 and group_id_ = 'accounting-approvers'"));
        ids.put("/batch", first("id_ from act_ru_batch"));
        ids.put("/deployment", first("deployment_id_ from act_re_procdef where id_ = '%s'".formatted(definition)));
        ids.put("/execution", first("execution_id_ from act_ru_task where proc_inst_id_ = :id"));
        ids.put("/filter", first("id_ from act_ru_filter where name_ = 'Ready to Export'"));
        ids.put("/group", "can-push-to-accounting");
        ids.put("/history/activity-instance", first("id_ from act_hi_actinst where proc_inst_id_ = :id"));
        ids.put("/history/batch", ids.get("/batch"));
        ids.put("/history/job-log", first("id_ from act_hi_job_log where process_def_key_ is null"));
        ids.put("/history/process-definition", definition);
        ids.put("/history/process-instance", exportId);
        ids.put("/incident", first("id_ from act_ru_incident where incident_type_ = 'calls'"));
        ids.put("/job", first("id_ from act_ru_job where handler_type_ = 'history-cleanup'"));
        ids.put("/job-definition", first("id_ from act_ru_jobdef where proc_def_key_ = 'project-export'"));
        ids.put("/process-definition", definition);
        ids.put("/process-instance", exportId);
        ids.put("/task", first("id_ from act_ru_task where proc_inst_id_ = :id"));
        ids.put("/tenant", first("id_ from act_id_tenant"));
        ids.put("/user", "calls-colleague");
        ids.put(
                "/variable-instance",
                first("id_ from act_ru_variable where proc_inst_id_ = :id and name_ = 'projectName'"));
        ids.put("/history/variable-instance", ids.get("/variable-instance"));
    }

    private void addNamed() {
        named.put("key", PROJECT_EXPORT);
        named.put("varId", "projectName");
        named.put("messageName", "Project%20retrieved");
        named.put("groupId", "camunda-admin");
        named.put(
                "resourceId",
                first("id_ from act_ge_bytearray where deployment_id_ = '%s'".formatted(ids.get("/deployment"))));
        named.put("operationId", first("operation_id_ from act_hi_op_log where operation_id_ is not null"));
        named.put("name", "job-successful");
    }

    private String first(String query) {
        return database.sql("select " + query + " order by 1 limit 1")
                .param("id", exportId)
                .query(String.class)
                .optional()
                .orElse(NONE);
    }

    private void addValues() {
        String definition = ids.get("/process-definition");
        List<String> activity = List.of(first("task_def_key_ from act_ru_task where proc_inst_id_ = :id"));
        values.put("processInstanceId", exportId);
        values.put("processInstanceIds", List.of(exportId));
        values.put("processInstances", List.of(exportId));
        values.put("historicProcessInstanceIds", List.of(exportId));
        values.put("historicDecisionInstanceIds", List.of(NONE));
        values.put("historicBatchIds", List.of(ids.get("/batch")));
        values.put("processDefinitionId", definition);
        values.put("sourceProcessDefinitionId", definition);
        values.put("targetProcessDefinitionId", definition);
        values.put("jobIds", List.of(ids.get("/job")));
        values.put("externalTaskIds", List.of(NONE));
        values.put("workerId", "mallory");
        values.put("lockDuration", 1000);
        values.put("newDuration", 1000);
        values.put("maxTasks", 1);
        values.put("topics", List.of(Map.of("topicName", "mallory", "lockDuration", 1000)));
        values.put("taskId", ids.get("/task"));
        values.put("executionId", ids.get("/execution"));
        values.put("messageName", "Project retrieved");
        values.put("name", "Project retrieved");
        values.put("modifications", Map.of("projectName", VARIABLE));
        values.put("value", "Mallory");
        values.put("type", "candidate");
        values.put("type:int", 1);
        values.put("type:Integer", 1);
        values.put("permissions", List.of("ALL"));
        values.put("resourceType", "Task");
        values.put("resourceType:Integer", 7);
        values.put("resourceId", "*");
        values.put("query", Map.of());
        values.put("suspended", true);
        values.put("retries", 0);
        values.put("priority", 1);
        values.put("duedate", "2030-01-01T00:00:00.000+0000");
        values.put("historyTimeToLive", 1);
        values.put("deleteReason", "Mallory");
        values.put("message", "Mallory");
        values.put("annotation", "Mallory");
        values.put("incidentType", "Mallory");
        values.put("configuration", "Mallory");
        values.put("errorCode", "Mallory");
        values.put("escalationCode", "Mallory");
        values.put("clearedRemovalTime", true);
        values.put("enableTelemetry", true);
        values.put("instructions", List.of(Map.of("type", "startBeforeActivity", "activityId", activity.get(0))));
        values.put(
                "migrationPlan",
                Map.of(
                        "sourceProcessDefinitionId",
                        definition,
                        "targetProcessDefinitionId",
                        definition,
                        "instructions",
                        List.of(Map.of("sourceActivityIds", activity, "targetActivityIds", activity))));
        values.put("variables", Map.of("decision", Map.of("value", "accept"), "projectName", VARIABLE));
    }

    /** The call's path here, as this person sends it. */
    String path(RestCall call, String userId) {
        String id = Stream.iterate(
                        call.path(), path -> path.contains("/"), path -> path.substring(0, path.lastIndexOf('/')))
                .filter(ids::containsKey)
                .findFirst()
                .map(ids::get)
                .orElse(NONE);
        String path = call.path().replace("{id}", id).replace("{userId}", userId);
        for (Map.Entry<String, String> place : named.entrySet()) {
            path = path.replace("{" + place.getKey() + "}", place.getValue());
        }
        return path.replaceAll("\\{[\\w-]+}", NONE) + QUERIES.getOrDefault(call.name(), "");
    }

    /** What it takes, with values that would change the project, or give this person more rights; null for nothing. */
    Object body(RestCall call, String userId) {
        Object special = special(call, userId);
        if (special != null) {
            return special;
        }
        Map<String, Object> own = new TreeMap<>(values);
        List.of("userId", "assignee", "owner", "id", "username").forEach(field -> own.put(field, userId));
        own.put("password", RunningApplication.PASSWORD);
        own.put("authenticatedUserPassword", RunningApplication.PASSWORD);
        own.put("firstName", "Mallory");
        own.put("profile", Map.of("id", "mallory"));
        own.put("credentials", Map.of("password", RunningApplication.PASSWORD));
        return call.bodyOf(own);
    }

    /** Of the calls that refuse a body which names the same thing twice, or take something of their own under a common name. */
    private Object special(RestCall call, String userId) {
        if (call.method().equals("PUT") && call.path().endsWith("ariables/{varId}")) {
            return VARIABLE;
        }
        return switch (call.name()) {
            case "PUT /job/suspended", "PUT /job-definition/suspended", "PUT /process-definition/suspended" ->
                Map.of("processDefinitionKey", PROJECT_EXPORT, "suspended", true);
            case "PUT /process-instance/suspended", "POST /process-instance/suspended-async" ->
                Map.of("processInstanceIds", List.of(exportId), "suspended", true);
            case "PUT /job/{id}/suspended",
                    "PUT /job-definition/{id}/suspended",
                    "PUT /process-definition/{id}/suspended",
                    "PUT /process-definition/key/{key}/suspended" -> Map.of("suspended", true);
            case "POST /migration/validate" -> values.get("migrationPlan");
            case "POST /process-definition/{id}/start",
                    "POST /process-definition/{id}/submit-form",
                    "POST /process-definition/key/{key}/start",
                    "POST /process-definition/key/{key}/submit-form" ->
                EngineVariables.of(SubmittedProjects.fields("Own of " + userId));
            case "POST /process-definition/{id}/restart",
                    "POST /process-definition/{id}/restart-async",
                    "POST /process-definition/key/{key}/restart",
                    "POST /process-definition/key/{key}/restart-async" ->
                Map.of(
                        "processInstanceIds",
                        List.of(first("id_ from act_hi_procinst where end_time_ is not null")),
                        "instructions",
                        values.get("instructions"));
            case "POST /tenant/create", "PUT /tenant/{id}" -> Map.of("id", "mallory", "name", "Mallory");
            case "POST /group/create" -> Map.of("id", "mallory", "name", "Mallory", "type", "WORKFLOW");
            default -> null;
        };
    }

    /** Whether an answer tells about it; a refusal may repeat the id that was asked for. */
    boolean isIn(HttpAnswer answer) {
        return answer.isOk() && answer.body().contains(exportId)
                || answer.body().contains(name);
    }

    /** Different as soon as the project was changed, or what all share. */
    record State(String project, String shared) {}

    State state() {
        return new State(rows(OF_PROJECT), rows(SHARED));
    }

    private String rows(List<String> tables) {
        String rows = tables.stream()
                .map("(select coalesce(string_agg(t::text, '\n' order by t::text), '') from %s)"::formatted)
                .collect(Collectors.joining(" || '\n' || "));
        return database.sql("select " + rows)
                .param("id", exportId)
                .query(String.class)
                .single();
    }
}
