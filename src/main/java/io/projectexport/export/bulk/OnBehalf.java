package io.projectexport.export.bulk;

import io.projectexport.export.permission.ActionRefused;
import java.util.function.Supplier;

/** Port to what is done for somebody who may not be there any more. */
public interface OnBehalf {

    /**
     * Works as this person, with the rights of this moment, in one transaction: everything or nothing, and once more where it collided
     * with somebody else's change.
     *
     * @throws ActionRefused when the person may not, and nothing was done
     */
    <T> T of(String userId, Supplier<T> work);
}
