package io.projectexport.web.connection;

import io.projectexport.export.accounting.ExportError;
import io.projectexport.export.connection.ConnectionState;
import io.projectexport.export.permission.People;
import io.projectexport.export.text.DisplayFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** How the connection to Xero is shown. */
@Component
class ConnectPage {

    private final People people;
    private final DisplayFormat format;

    ConnectPage(People people, DisplayFormat format) {
        this.people = people;
        this.format = format;
    }

    ModelAndView of(ConnectionState state) {
        return of(state, List.of(), HttpStatus.OK);
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
