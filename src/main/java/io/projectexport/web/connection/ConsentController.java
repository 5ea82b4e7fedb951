package io.projectexport.web.connection;

import io.projectexport.access.login.CurrentPerson;
import io.projectexport.export.accounting.ExportError;
import io.projectexport.export.connection.ConnectionCheck;
import io.projectexport.export.connection.ConnectionRequest;
import io.projectexport.export.connection.XeroConnection;
import io.projectexport.web.page.PageController;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Controller of an administrator's consent: the authorization request and its callback, until which what was asked for stays in the session;
 * the choice of the organisation; and an end to it.
 */
@PageController
@ConditionalOnProperty(name = "xero.grant-type", havingValue = "authorization_code")
class ConsentController {

    private static final String REQUEST = "xeroConnectionRequest";
    private static final ExportError FOREIGN = new ExportError(
            "This answer does not belong to a request that you made here, so nothing was connected.",
            "Start again from this page, in one go and in one browser.");
    private static final ExportError DENIED = new ExportError(
            "Xero did not give its consent, so nothing was connected.", "Connect again and allow access.");

    private final XeroConnection connection;
    private final ConnectionCheck check;
    private final ConnectPage page;
    private final CurrentPerson currentPerson;

    ConsentController(XeroConnection connection, ConnectionCheck check, ConnectPage page, CurrentPerson currentPerson) {
        this.connection = connection;
        this.check = check;
        this.page = page;
        this.currentPerson = currentPerson;
    }

    @PostMapping(ConnectPage.PATH)
    ResponseEntity<Void> begin(HttpSession session) {
        ConnectionRequest request = connection.begin();
        session.setAttribute(REQUEST, request);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(request.address())
                .build();
    }

    @GetMapping(ConnectPage.PATH + "/callback")
    ModelAndView complete(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String state,
            HttpSession session) {
        ConnectionRequest request = (ConnectionRequest) session.getAttribute(REQUEST);
        if (request == null || !isSame(request.state(), state)) {
            return problem(FOREIGN);
        }
        // a callback counts once
        session.removeAttribute(REQUEST);
        if (code.isEmpty()) {
            return problem(DENIED);
        }
        return page.after(() -> {
            connection.complete(code, request, currentPerson.get().userId());
            check.soon();
        });
    }

    @PostMapping(ConnectPage.PATH + "/organisation")
    ModelAndView choose(@RequestParam String organisation) {
        return page.after(() -> {
            connection.choose(organisation);
            check.soon();
        });
    }

    @PostMapping("/xero/disconnect")
    ModelAndView disconnect(@RequestParam(required = false) String organisation) {
        return page.after(() -> connection.disconnect(organisation));
    }

    private ModelAndView problem(ExportError error) {
        return page.with(List.of(error), HttpStatus.BAD_REQUEST);
    }

    private static boolean isSame(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
