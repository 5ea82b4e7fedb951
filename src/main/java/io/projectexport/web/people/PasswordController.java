package io.projectexport.web.people;

import io.projectexport.export.people.SetPassword;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.web.problem.RefusalStatus;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page to which a link to set a password leads. The secret stands behind the # of the link, which no browser sends: a script puts it
 * into the form; without scripts people copy it. Nobody is logged in here, and nothing but the form's field says whose password it is.
 */
@Controller
@RequestMapping("/password")
class PasswordController {

    private final SetPassword passwords;

    PasswordController(SetPassword passwords) {
        this.passwords = passwords;
    }

    @GetMapping
    ModelAndView show() {
        return page("", Map.of());
    }

    @PostMapping
    ModelAndView set(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String repeated) {
        try {
            passwords.set(code, password, repeated);
            return new ModelAndView("redirect:/login?password");
        } catch (ActionRefused refused) {
            return refused(code, refused);
        }
    }

    private ModelAndView refused(String code, ActionRefused refused) {
        HttpStatus status = RefusalStatus.of(refused);
        if (refused.errors().isEmpty()) {
            return new ModelAndView("password-refused", Map.of("problem", refused.getMessage()), status);
        }
        Map<String, String> errors = new HashMap<>();
        refused.errors().forEach(error -> errors.put(error.field(), error.message()));
        ModelAndView page = page(code, errors);
        page.setStatus(status);
        return page;
    }

    private ModelAndView page(String code, Map<String, String> errors) {
        return new ModelAndView("password", Map.of("code", code, "errors", errors, "rule", passwords.rule()));
    }
}
