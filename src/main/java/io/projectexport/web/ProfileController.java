package io.projectexport.web;

import io.projectexport.export.MailWishes;
import io.projectexport.export.OptionalMail;
import io.projectexport.web.PageFrame.Viewer;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people choose for themselves, and for nobody else. */
@PageController
@RequestMapping("/profile")
class ProfileController {

    private final MailWishes wishes;

    ProfileController(MailWishes wishes) {
        this.wishes = wishes;
    }

    @GetMapping
    ModelAndView show(@ModelAttribute(name = PageFrame.VIEWER, binding = false) Viewer viewer) {
        return new ModelAndView("profile", "page", ProfilePage.of(viewer.person(), wishes.of(viewer.person())));
    }

    @PostMapping
    String save(
            @RequestParam Map<String, String> form,
            @ModelAttribute(name = PageFrame.VIEWER, binding = false) Viewer viewer,
            RedirectAttributes flash) {
        wishes.choose(viewer.person(), ticked(form));
        flash.addFlashAttribute("done", "Saved.");
        return "redirect:/profile";
    }

    /** A browser sends nothing for what is not ticked. */
    private static Set<OptionalMail> ticked(Map<String, String> form) {
        return Arrays.stream(OptionalMail.values())
                .filter(mail -> form.containsKey(mail.key()))
                .collect(Collectors.toSet());
    }
}
