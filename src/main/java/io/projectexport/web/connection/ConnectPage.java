package io.projectexport.web.connection;

import io.projectexport.export.accounting.ExportError;
import io.projectexport.export.accounting.ExportFailure;
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

/** View model of the page that connects Xero. */
@Component
class ConnectPage {

    static final String PATH = "/xero/connect";

    private final People people;
    private final DisplayFormat format;

    ConnectPage(People people, DisplayFormat format) {
        this.people = people;
        this.format = format;
    }

    ModelAndView of(ConnectionState state) {
        return of(state, List.of(), HttpStatus.OK);
    }

    /** The page once more after a change; with Xero's words when it refused. */
    ModelAndView after(Runnable change, XeroConnection connection) {
        try {
            change.run();
            return new ModelAndView("redirect:" + PATH);
        } catch (ExportFailure failure) {
            return of(connection.state(), failure.errors(), HttpStatus.BAD_GATEWAY);
        }
    }

    ModelAndView of(ConnectionState state, List<ExportError> errors, HttpStatusCode status) {
        ModelAndView page = new ModelAndView("xero-connect", Map.of("state", state, "errors", errors), status);
        Optional.ofNullable(state.connectedBy()).map(people::person).ifPresent(by -> {
            page.addObject("by", by.name());
            page.addObject("at", format.moment(state.connectedAt()));
        });
        return page;
    }
}
