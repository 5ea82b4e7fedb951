package io.projectexport.process.approval;

import io.projectexport.export.bulk.OnBehalf;
import io.projectexport.export.bulk.OneTransaction;
import io.projectexport.process.engine.AssumedLogin;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Adapter of the port {@link OnBehalf}: somebody's login at the engine around one transaction. */
@Component
class CamundaOnBehalf implements OnBehalf {

    private final AssumedLogin login;
    private final OneTransaction transaction;

    CamundaOnBehalf(AssumedLogin login, OneTransaction transaction) {
        this.login = login;
        this.transaction = transaction;
    }

    @Override
    public <T> T of(String userId, Supplier<T> work) {
        return login.as(userId, () -> transaction.of(work));
    }
}
