package io.projectexport.web.connection;

import io.projectexport.export.connection.XeroConnection;
import io.projectexport.web.page.PageController;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page that connects Xero: what is connected, which organisation it is, and an end to it; for administrators. */
@PageController
@ConditionalOnProperty(name = "xero.grant-type", havingValue = "authorization_code")
class ConnectController {

    private final XeroConnection connection;
    private final ConnectPage page;

    ConnectController(XeroConnection connection, ConnectPage page) {
        this.connection = connection;
        this.page = page;
    }

    @GetMapping(ConnectPage.PATH)
    ModelAndView show() {
        return page.of(connection.state());
    }

    @PostMapping(ConnectPage.PATH + "/organisation")
    ModelAndView choose(@RequestParam String organisation) {
        return page.after(() -> connection.choose(organisation), connection);
    }

    @PostMapping("/xero/disconnect")
    ModelAndView disconnect() {
        return page.after(connection::disconnect, connection);
    }
}
