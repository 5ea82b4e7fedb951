package io.projectexport.export.connection;

/** Port that has Xero asked whether it accepts the connection. */
public interface ConnectionCheck {

    /** Asks in the background, since Xero may take long; what was told is known as any break is. */
    void soon();
}
