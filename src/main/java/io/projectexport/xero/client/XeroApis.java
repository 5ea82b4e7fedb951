package io.projectexport.xero.client;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.xero.api.ApiClient;
import com.xero.api.client.AccountingApi;
import com.xero.api.client.ProjectApi;
import java.io.IOException;
import java.math.BigDecimal;
import javax.ws.rs.ext.RuntimeDelegate;

/** xero-java's clients for one organisation. */
public final class XeroApis {

    private static final String USER_AGENT = "Project Export";

    private final ProjectApi projects;
    private final AccountingApi accounting;

    public XeroApis(XeroSettings settings) {
        // set, because a look-up would depend on the class loader of whichever thread calls first
        RuntimeDelegate.setInstance(new JakartaUriBuilders());
        projects = new ProjectApi(client(settings, "/projects.xro/2.0"));
        projects.setUserAgent(USER_AGENT);
        accounting = new AccountingApi(client(settings, "/api.xro/2.0"));
        accounting.setUserAgent(USER_AGENT);
    }

    public ProjectApi projects() {
        return projects;
    }

    public AccountingApi accounting() {
        return accounting;
    }

    /** Reads the responses of both. */
    public ObjectMapper mapper() {
        return accounting.getApiClient().getObjectMapper();
    }

    private static ApiClient client(XeroSettings settings, String path) {
        ApiClient client = new ApiClient(settings.apiUrl() + path, null, null, null, null);
        client.setConnectionTimeout(Math.toIntExact(settings.connectTimeout().toMillis()));
        client.setReadTimeout(Math.toIntExact(settings.readTimeout().toMillis()));
        client.getObjectMapper()
                .registerModule(new SimpleModule().addSerializer(Double.class, new PlainNumber()))
                // a list that Xero sends as null stays the empty one
                .setDefaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.SKIP));
        return client;
    }

    /** Writes 12500000 where Java would write 1.25E7, which not every reader takes for an amount. */
    private static final class PlainNumber extends StdScalarSerializer<Double> {

        private static final long serialVersionUID = 1L;

        PlainNumber() {
            super(Double.class);
        }

        @Override
        public void serialize(Double value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeNumber(BigDecimal.valueOf(value).toPlainString());
        }
    }
}
