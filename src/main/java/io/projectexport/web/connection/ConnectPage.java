package io.projectexport.web.connection;

import io.projectexport.export.accounting.Accounting;
import io.projectexport.export.accounting.ExportError;
import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.connection.ConnectionBreaks;
import io.projectexport.export.connection.ConnectionCheck;
import io.projectexport.export.connection.ConnectionState;
import io.projectexport.export.connection.XeroConnection;
import io.projectexport.export.permission.People;
import io.projectexport.export.text.DisplayFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** View model of the page about the connection. */
@Component
class ConnectPage {

    static final String PATH = "/xero/connect";

    private final Optional<XeroConnection> consent;
    private final ConnectionBreaks breaks;
    private final ConnectionCheck check;
    private final Accounting accounting;
    private final People people;
    private final DisplayFormat format;

    /** @param consent empty for a custom connection */
    ConnectPage(
            Optional<XeroConnection> consent,
            ConnectionBreaks breaks,
            ConnectionCheck check,
            Accounting accounting,
            People people,
            DisplayFormat format) {
        this.consent = consent;
        this.breaks = breaks;
        this.check = check;
        this.accounting = accounting;
        this.people = people;
        this.format = format;
    }

    ModelAndView now() {
        return with(List.of(), HttpStatus.OK);
    }

    /** The page once more after a change; with Xero's words when it refused. */
    ModelAndView after(Runnable change) {
        try {
            change.run();
            return new ModelAndView("redirect:" + PATH);
        } catch (ExportFailure failure) {
            return with(failure.errors(), HttpStatus.BAD_GATEWAY);
        }
    }

    ModelAndView with(List<ExportError> errors, HttpStatusCode status) {
        ModelAndView page = new ModelAndView("xero-connect", Map.of("errors", errors), status);
        ConnectionState state = consent.map(XeroConnection::state).orElseGet(this::custom);
        page.addObject("state", state).addObject("custom", consent.isEmpty());
        accounting.profile().ifPresent(profile -> page.addObject("profile", profile));
        page.addObject("jobKind", accounting.jobKind()).addObject("zone", format.zone());
        // an answer about what has been disconnected since says nothing any more
        check.last()
                .filter(asked -> state.chosen().isPresent() || consent.isEmpty())
                .ifPresent(asked -> page.addObject("asked", asked).addObject("askedAt", format.moment(asked.at())));
        accounting.unknownTimeZone().ifPresent(name -> page.addObject("unknownTimeZone", name));
        breaks.find()
                .ifPresent(
                        broken -> page.addObject("broken", broken).addObject("since", format.moment(broken.since())));
        Optional.ofNullable(state.connectedBy()).map(people::person).ifPresent(by -> {
            page.addObject("by", by.name());
            page.addObject("at", format.moment(state.connectedAt()));
        });
        return page;
    }

    /** Connected as far as anybody knows, to an organisation that is called by its name once Xero has told it. */
    private ConnectionState custom() {
        String id = accounting.organisation().orElse(null);
        String name = id == null ? null : accounting.organisationName(id);
        return ConnectionState.custom(id, id == null || id.equals(name) ? null : name);
    }
}
