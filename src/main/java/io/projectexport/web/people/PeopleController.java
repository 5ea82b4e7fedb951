package io.projectexport.web.people;

import io.projectexport.export.people.AccountFilter;
import io.projectexport.export.people.FindAccounts;
import io.projectexport.export.people.KeepAccounts;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.Person;
import io.projectexport.web.csv.AccountsCsv;
import io.projectexport.web.page.CurrentViewer;
import io.projectexport.web.page.PageController;
import io.projectexport.web.page.ViewerAdvice.Viewer;
import io.projectexport.web.problem.RefusalStatus;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who is here, and the way in for somebody new. */
@PageController
@RequestMapping("/people")
public class PeopleController {

    private static final int LONGEST_SEARCH = 100;
    private static final int LAST_PAGE = 100_000;

    private final FindAccounts accounts;
    private final KeepAccounts keeping;
    private final boolean hasSingleSignOn;

    PeopleController(FindAccounts accounts, KeepAccounts keeping, @Value("${oidc.issuer-uri:}") String singleSignOn) {
        this.accounts = accounts;
        this.keeping = keeping;
        this.hasSingleSignOn = !singleSignOn.isBlank();
    }

    @GetMapping
    ModelAndView list(
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "0") String page,
            @CurrentViewer Viewer viewer) {
        AccountFilter filter = AccountFilter.of(show);
        String words = bounded(search);
        int number = page.matches("[0-9]{1,6}") ? Math.min(Integer.parseInt(page), LAST_PAGE) : 0;
        PeoplePage view = new PeoplePage(filter, words, number, accounts.page(filter, words, number, viewer.person()));
        return new ModelAndView("people", Map.of("page", view, "hasSingleSignOn", hasSingleSignOn));
    }

    @GetMapping("/people.csv")
    void download(
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "") String search,
            @CurrentViewer Viewer viewer,
            HttpServletResponse response)
            throws IOException {
        AccountFilter filter = AccountFilter.of(show);
        String words = bounded(search);
        Person admin = viewer.person();
        // asked first, because a refusal is a page and no file
        accounts.part(filter, words, 0, admin);
        ContentDisposition download =
                ContentDisposition.attachment().filename("people.csv").build();
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, download.toString());
        response.setContentType("text/csv;charset=UTF-8");
        AccountsCsv.write(part -> accounts.part(filter, words, part, admin), response.getWriter());
    }

    private static String bounded(String search) {
        String words = search.replace("\0", "").strip();
        return words.substring(0, Math.min(words.length(), LONGEST_SEARCH));
    }

    @GetMapping("/new")
    ModelAndView begin() {
        return form(AccountForm.EMPTY);
    }

    @PostMapping("/new")
    ModelAndView add(@RequestParam Map<String, String> sent, @CurrentViewer Viewer viewer, RedirectAttributes flash) {
        AccountForm form = AccountForm.typed(sent);
        try {
            String userId = keeping.add(form.values(), form.rights(), viewer.person());
            flash.addFlashAttribute("done", "Added. A link to set a password goes out by mail within a minute.");
            return PersonController.redirect(userId, flash);
        } catch (ActionRefused refused) {
            if (refused.reason() == ActionRefused.Reason.FORBIDDEN) {
                throw refused;
            }
            ModelAndView again = form(form.refused(refused));
            again.addObject("problem", refused.errors().isEmpty() ? refused.getMessage() : null);
            again.setStatus(RefusalStatus.of(refused));
            return again;
        }
    }

    private ModelAndView form(AccountForm form) {
        return new ModelAndView("person-new", Map.of("form", form, "hasSingleSignOn", hasSingleSignOn));
    }
}
