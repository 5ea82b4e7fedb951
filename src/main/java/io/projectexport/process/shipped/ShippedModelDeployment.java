package io.projectexport.process.shipped;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.version.KeptVersion;
import io.projectexport.export.version.ShippedModels;
import io.projectexport.process.engine.EngineCommands;
import io.projectexport.process.model.VersionTags;
import io.projectexport.process.shipped.ModelDeployments.Deployed;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Deploys this release's models at the start: each that is new here, or newer than the one of an earlier release. What an administrator
 * deployed stays, and so does what a newer release did, as while nodes are updated one by one or an update is taken back.
 */
@Component
class ShippedModelDeployment implements ShippedModels, SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(ShippedModelDeployment.class);

    private final ShippedResources shipped;
    private final ModelDeployments deployed;
    private final KeptNotice notice;
    private final EngineCommands commands;

    ShippedModelDeployment(
            ShippedResources shipped, ModelDeployments deployed, KeptNotice notice, EngineCommands commands) {
        this.shipped = shipped;
        this.deployed = deployed;
        this.notice = notice;
        this.commands = commands;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<ShippedModel> models = shipped.models();
        alone(() -> {
            models.forEach(this::atStart);
            return null;
        });
    }

    /** One node, and no other deployment at the same time, so that what is decided upon is still so. */
    private <T> T alone(Supplier<T> work) {
        return commands.inTransaction(() -> commands.withoutAuthorization(() -> {
            commands.lockForDeployment();
            return work.get();
        }));
    }

    private void atStart(ShippedModel model) {
        Optional<Deployed> latest = deployed.latest(model.key());
        if (latest.isEmpty()) {
            deployed.deploy(model);
        } else if (!deployed.is(latest.get(), model)) {
            decide(model, latest.get());
        }
    }

    private void decide(ShippedModel model, Deployed latest) {
        if (!latest.isReleased()) {
            kept(model, latest).ifPresent(notice::tellOnce);
            return;
        }
        String running = latest.version().tag();
        if (VersionTags.isHigher(model.tag(), running).orElse(false)) {
            deployed.deploy(model);
        } else if (VersionTags.isHigher(running, model.tag()).orElse(false)) {
            log.info(
                    "The model \"{}\" goes on with version tag {} of a newer release; this one has {}.",
                    model.name(),
                    running,
                    model.tag());
        } else {
            log.warn(
                    "The model \"{}\" of this release differs from the one that is deployed and is not deployed, because its version tag {} is not"
                            + " higher than {}: give it a higher one.",
                    model.name(),
                    model.tag(),
                    running);
        }
    }

    private Optional<KeptVersion> kept(ShippedModel model, Deployed latest) {
        boolean isKept = !latest.isReleased() && !deployed.wasReleased(model) && !deployed.is(latest, model);
        return isKept
                ? Optional.of(new KeptVersion(model.key(), model.name(), latest.version(), latest.from(), model.tag()))
                : Optional.empty();
    }

    @Override
    public List<KeptVersion> kept() {
        List<ShippedModel> models = shipped.models();
        return commands.inTransaction(() -> commands.withoutAuthorization(() -> models.stream()
                .flatMap(model -> deployed.latest(model.key()).flatMap(latest -> kept(model, latest)).stream())
                .toList()));
    }

    @Override
    public void deploy(String key) {
        ShippedModel model = shipped.models().stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow(() -> ActionRefused.notFound("This release has no such model."));
        alone(() -> {
            boolean isLatest = deployed.latest(key)
                    .filter(latest -> latest.isReleased() && deployed.is(latest, model))
                    .isPresent();
            if (!isLatest) {
                deployed.deploy(model);
            }
            return null;
        });
    }
}
