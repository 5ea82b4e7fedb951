package io.projectexport.web.profile;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.Person;
import io.projectexport.export.profile.AppointDeputy;
import io.projectexport.export.profile.ChooseMails;
import io.projectexport.web.page.CurrentViewer;
import io.projectexport.web.page.PageController;
import io.projectexport.web.page.ViewerAdvice.Viewer;
import io.projectexport.web.problem.RefusalStatus;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people choose for themselves, and for nobody else. */
@PageController
@RequestMapping("/profile")
public class ProfileController {

    private final ChooseMails chooseMails;
    private final AppointDeputy deputies;
    private final ProfilePageFactory pageFactory;

    ProfileController(ChooseMails chooseMails, AppointDeputy deputies, ProfilePageFactory pageFactory) {
        this.chooseMails = chooseMails;
        this.deputies = deputies;
        this.pageFactory = pageFactory;
    }

    @GetMapping
    ModelAndView show(@CurrentViewer Viewer viewer) {
        return new ModelAndView("profile", "page", pageFactory.stored(viewer.person()));
    }

    @PostMapping
    ModelAndView save(@RequestParam Map<String, String> sent, @CurrentViewer Viewer viewer, RedirectAttributes flash) {
        ProfileForm form = ProfileForm.of(sent);
        try {
            save(form, viewer.person());
        } catch (ActionRefused refused) {
            if (refused.errors().isEmpty()) {
                throw refused;
            }
            ProfilePage page = pageFactory.refused(viewer.person(), form, refused);
            return new ModelAndView("profile", Map.of("page", page), RefusalStatus.of(refused));
        }
        flash.addFlashAttribute("done", form.ending() ? "Saved; you have no deputy any more." : "Saved.");
        return new ModelAndView("redirect:/profile");
    }

    /** The part that can be refused first, so that all of it is saved or nothing. */
    private void save(ProfileForm form, Person person) {
        if (form.hasAbsence()) {
            deputies.appoint(form.wantedAbsence(), person);
        }
        chooseMails.choose(person, form.mails());
    }
}
