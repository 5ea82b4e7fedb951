package io.projectexport.persistence.migration;

import org.springframework.stereotype.Component;

/** Creates the schema of the process engine, with the scripts and in the order in which the engine itself would. */
@Component
class V1__camunda_7_24 extends CamundaMigration {

    V1__camunda_7_24() {
        super(
                "7.24.0",
                "create/activiti.{db}.create.engine.sql",
                "create/activiti.{db}.create.history.sql",
                "create/activiti.{db}.create.identity.sql",
                "create/activiti.{db}.create.case.engine.sql",
                "create/activiti.{db}.create.case.history.sql",
                "create/activiti.{db}.create.decision.engine.sql",
                "create/activiti.{db}.create.decision.history.sql");
    }
}
