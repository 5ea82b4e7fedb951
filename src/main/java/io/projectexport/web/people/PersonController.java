package io.projectexport.web.people;

import io.projectexport.export.people.AccountField;
import io.projectexport.export.people.FindAccounts;
import io.projectexport.export.people.KeepAccounts;
import io.projectexport.export.people.Right;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.Person;
import io.projectexport.web.page.CurrentViewer;
import io.projectexport.web.page.PageController;
import io.projectexport.web.page.PageFormat;
import io.projectexport.web.page.ViewerAdvice.Viewer;
import io.projectexport.web.problem.RefusalStatus;
import java.util.Map;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One person; the user name is a parameter, since it may hold dots and pluses that paths change. */
@PageController
@RequestMapping("/people/person")
public class PersonController {

    private static final String SEEN = "seen.";

    private final FindAccounts accounts;
    private final KeepAccounts keeping;
    private final PageFormat format;

    PersonController(FindAccounts accounts, KeepAccounts keeping, PageFormat format) {
        this.accounts = accounts;
        this.keeping = keeping;
        this.format = format;
    }

    static ModelAndView redirect(String userId, RedirectAttributes redirect) {
        redirect.addAttribute("login", userId);
        return new ModelAndView("redirect:/people/person");
    }

    @GetMapping
    ModelAndView show(@RequestParam String login, @CurrentViewer Viewer viewer) {
        return new ModelAndView("person", "page", page(login, viewer.person()));
    }

    private PersonPage page(String login, Person admin) {
        return PersonPage.of(accounts.details(login, admin), admin.userId(), format);
    }

    @PostMapping("/rights")
    ModelAndView change(
            @RequestParam String login,
            @RequestParam Map<String, String> sent,
            @CurrentViewer Viewer viewer,
            RedirectAttributes flash) {
        Set<Right> seen = AccountForm.ticked(sent, SEEN);
        Set<Right> wanted = AccountForm.ticked(sent, "");
        try {
            keeping.change(login, seen, wanted, viewer.person());
        } catch (ActionRefused refused) {
            return refused(login, viewer, refused);
        }
        flash.addFlashAttribute("done", "Saved; it counts from now on.");
        // these pages are not open any more to whoever gave up the own administration
        boolean leaves = login.equals(viewer.person().userId()) && !wanted.contains(Right.ADMINISTER);
        return leaves ? new ModelAndView("redirect:/jobs") : redirect(login, flash);
    }

    @PostMapping("/details")
    ModelAndView describe(
            @RequestParam String login,
            @RequestParam Map<String, String> sent,
            @CurrentViewer Viewer viewer,
            RedirectAttributes flash) {
        AccountForm form = AccountForm.typed(sent);
        form.values().put(AccountField.USER_ID, login);
        try {
            keeping.describe(form.values(), viewer.person());
        } catch (ActionRefused refused) {
            if (refused.errors().isEmpty()) {
                return refused(login, viewer, refused);
            }
            PersonPage stored = page(login, viewer.person());
            AccountForm typed = new AccountForm(form.values(), stored.form().rights(), Map.of()).refused(refused);
            return new ModelAndView("person", Map.of("page", stored.refused(typed, null)), RefusalStatus.of(refused));
        }
        flash.addFlashAttribute("done", "Saved.");
        return redirect(login, flash);
    }

    @PostMapping("/link")
    ModelAndView sendLink(@RequestParam String login, @CurrentViewer Viewer viewer, RedirectAttributes flash) {
        return answer(
                login,
                viewer,
                flash,
                "A link goes out by mail within a minute; links before it do not work any more.",
                () -> keeping.sendLink(login, viewer.person()));
    }

    @PostMapping("/deactivate")
    ModelAndView deactivate(@RequestParam String login, @CurrentViewer Viewer viewer, RedirectAttributes flash) {
        return answer(
                login,
                viewer,
                flash,
                "Deactivated: logins, privileges and mails have ended.",
                () -> keeping.deactivate(login, viewer.person()));
    }

    @PostMapping("/activate")
    ModelAndView activate(@RequestParam String login, @CurrentViewer Viewer viewer, RedirectAttributes flash) {
        return answer(
                login,
                viewer,
                flash,
                "Activated, with the privileges from before.",
                () -> keeping.activate(login, viewer.person()));
    }

    private ModelAndView answer(String login, Viewer viewer, RedirectAttributes flash, String done, Runnable change) {
        try {
            change.run();
        } catch (ActionRefused refused) {
            return refused(login, viewer, refused);
        }
        flash.addFlashAttribute("done", done);
        return redirect(login, flash);
    }

    /** On the page of the person, where there is one to be seen. */
    private ModelAndView refused(String login, Viewer viewer, ActionRefused refused) {
        if (refused.reason() != ActionRefused.Reason.CONFLICT) {
            throw refused;
        }
        PersonPage stored = page(login, viewer.person());
        return new ModelAndView(
                "person",
                Map.of("page", stored.refused(stored.form(), refused.getMessage())),
                RefusalStatus.of(refused));
    }
}
