package io.projectexport.xero.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.export.connection.ConnectionState.Organisation;
import io.projectexport.export.connection.ConnectionState.Status;
import io.projectexport.sandbox.SandboxXero;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The consent that an earlier release stored encrypted is read by today's code, so that nobody has to connect again. */
class ReleasedConnectionTest {

    private static final Pattern ROW =
            Pattern.compile("INSERT INTO public.stored_connection VALUES\\s*\\('([^']+)', '([^']+)'\\)");

    private final SandboxXero xero = new SandboxXero(0);

    @AfterEach
    void stop() {
        xero.close();
    }

    @Test
    void stored_consent_of_an_earlier_release_still_connects() throws IOException {
        MatchResult row = row();
        InMemoryConnections stored = new InMemoryConnections();
        stored.save(row.group(1), row.group(2), () -> {});

        ConsentedNode node = new ConsentedNode(xero, stored, Clock.systemUTC());

        assertThat(node.connection.state().status()).isEqualTo(Status.CONNECTED);
        assertThat(node.connection.state().connectedBy()).isEqualTo("admin");
        assertThat(node.connection.state().chosen())
                .contains(new Organisation(SandboxXero.TENANT_ID, SandboxXero.ORGANISATION));
        assertThat(node.store.find().orElseThrow().token()).hasNoNullFieldsOrProperties();
    }

    private static MatchResult row() throws IOException {
        try (InputStream dump = new GZIPInputStream(
                ReleasedConnectionTest.class.getResourceAsStream("/released/1.0.0/database.sql.gz"))) {
            Matcher row = ROW.matcher(new String(dump.readAllBytes(), StandardCharsets.UTF_8));
            assertThat(row.find()).isTrue();
            return row.toMatchResult();
        }
    }
}
