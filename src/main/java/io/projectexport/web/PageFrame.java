package io.projectexport.web;

import io.projectexport.access.CurrentPerson;
import io.projectexport.export.Person;
import io.projectexport.export.Privilege;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Looks up once for each page who looks at it. */
@ControllerAdvice(annotations = PageController.class)
class PageFrame {

    static final String VIEWER = "viewer";

    private final CurrentPerson currentPerson;

    PageFrame(CurrentPerson currentPerson) {
        this.currentPerson = currentPerson;
    }

    @ModelAttribute(VIEWER)
    Viewer viewer() {
        return new Viewer(currentPerson.get());
    }

    /** The person as pages need it, in the form that no request can fill in. */
    record Viewer(Person person) {

        public String name() {
            return person.name();
        }

        public boolean maySubmit() {
            return person.may(Privilege.SUBMIT);
        }
    }
}
