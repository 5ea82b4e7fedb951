package io.projectexport.xero.connection;

import io.projectexport.export.connection.StoredConnections;
import io.projectexport.xero.client.XeroSettings;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Encrypted store of the consent that all nodes share. */
class ConsentStore {

    /** Where no organisation is named, the installation works in the one that is chosen. */
    private static final String CHOSEN_LATER = "chosen";

    private final StoredConnections connections;
    private final TokenCipher cipher;
    private final String organisation;

    ConsentStore(StoredConnections connections, TokenCipher cipher, XeroSettings settings) {
        this.connections = connections;
        this.cipher = cipher;
        this.organisation = Optional.ofNullable(settings.tenantId()).orElse(CHOSEN_LATER);
    }

    Optional<StoredConsent> find() {
        return connections.find(organisation).flatMap(this::decrypt);
    }

    private Optional<StoredConsent> decrypt(String encrypted) {
        return cipher.decrypt(encrypted, organisation);
    }

    /** @param alongside what is to be stored with it, or not at all */
    void save(StoredConsent consent, Runnable alongside) {
        connections.save(organisation, cipher.encrypt(consent, organisation), alongside);
    }

    /** Changes one by one over all nodes; null removes, and a change that throws leaves what was there. */
    Optional<StoredConsent> change(UnaryOperator<StoredConsent> change) {
        return connections
                .change(organisation, encrypted -> {
                    Optional<StoredConsent> before = decrypt(encrypted);
                    return before.isEmpty()
                            ? encrypted
                            : before.map(change)
                                    .map(changed -> cipher.encrypt(changed, organisation))
                                    .orElse(null);
                })
                .flatMap(this::decrypt);
    }
}
