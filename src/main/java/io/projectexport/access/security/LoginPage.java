package io.projectexport.access.security;

import io.projectexport.access.oidc.SignOnProblem;
import io.projectexport.access.oidc.SingleSignOn;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page that asks who somebody is. */
@Controller
class LoginPage {

    private final SingleSignOn singleSignOn;

    LoginPage(SingleSignOn singleSignOn) {
        this.singleSignOn = singleSignOn;
    }

    /** Leads here, at whatever address people opened the application. */
    static AuthenticationEntryPoint entryPoint() {
        LoginUrlAuthenticationEntryPoint toLogin = new LoginUrlAuthenticationEntryPoint(PagesSecurity.LOGIN);
        toLogin.setFavorRelativeUris(true);
        return toLogin;
    }

    @GetMapping(PagesSecurity.LOGIN)
    String show(
            @RequestParam(name = "sso", required = false) String problem,
            @RequestParam(name = "wait", required = false) String seconds,
            Model model) {
        if (singleSignOn.isOffered()) {
            model.addAttribute("singleSignOn", SingleSignOn.START);
        }
        SignOnProblem.of(problem).map(SignOnProblem::message).ifPresent(text -> model.addAttribute("problem", text));
        if (seconds != null && seconds.matches("\\d{1,4}")) {
            model.addAttribute(
                    "problem", "Too many wrong passwords. Wait %s seconds, then try again.".formatted(seconds));
        }
        return "login";
    }
}
