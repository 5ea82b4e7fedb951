package io.projectexport.web.connection;

import io.projectexport.export.connection.ConnectionCheck;
import io.projectexport.web.page.PageController;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page that tells how the connection to Xero stands, whichever way it is made; for administrators. */
@PageController
class ConnectController {

    private final ConnectPage page;
    private final ConnectionCheck check;

    ConnectController(ConnectPage page, ConnectionCheck check) {
        this.page = page;
        this.check = check;
    }

    @GetMapping(ConnectPage.PATH)
    ModelAndView show() {
        return page.now();
    }

    /** Does not wait for Xero; the page shows what came of it. */
    @PostMapping(ConnectPage.PATH + "/check")
    String check(RedirectAttributes flash) {
        check.soon();
        flash.addFlashAttribute("checking", true);
        return "redirect:" + ConnectPage.PATH;
    }
}
