package io.projectexport.export.connection;

import java.util.Optional;

/** Port that has Xero asked whether it accepts the connection. */
public interface ConnectionCheck {

    /** Asks in the background, since Xero may take long; what was told is known as any break is. */
    void soon();

    /** What this node was answered within the last hour; empty where it has not asked, since an older answer says little. */
    Optional<AskedConnection> last();
}
