package io.projectexport.process.engine;

import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;

/**
 * The engine's repository service, which deploys everything that was sent as soon as one file of it has changed: a model finds its forms,
 * which it calls by its own deployment, there alone, and the guard sees what belongs together.
 */
class WholeDeployments extends RepositoryServiceImpl {

    @Override
    public DeploymentWithDefinitions deployWithResult(DeploymentBuilderImpl sent) {
        if (sent.isDeployChangedOnly()) {
            sent.enableDuplicateFiltering(false);
        }
        return super.deployWithResult(sent);
    }
}
