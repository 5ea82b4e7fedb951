package io.projectexport.web.page;

import io.projectexport.access.login.CurrentPerson;
import io.projectexport.export.connection.XeroConnection;
import io.projectexport.export.permission.Person;
import io.projectexport.export.permission.Privilege;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Controller advice that puts the viewer of a page into its model, looked up once for each page. */
@ControllerAdvice(annotations = PageController.class)
public class ViewerAdvice {

    static final String VIEWER = "viewer";

    private final CurrentPerson currentPerson;
    private final boolean canBeConnected;

    ViewerAdvice(CurrentPerson currentPerson, ObjectProvider<XeroConnection> connection) {
        this.currentPerson = currentPerson;
        this.canBeConnected = connection.getIfAvailable() != null;
    }

    @ModelAttribute(VIEWER)
    Viewer viewer() {
        return new Viewer(currentPerson.get(), canBeConnected);
    }

    /** The address of the page, to mark it in the menu. */
    @ModelAttribute("path")
    String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    /** Null where nobody is logged in, or cannot be looked up while something is broken. */
    Viewer viewerIfKnown() {
        try {
            return viewer();
        } catch (RuntimeException unknown) {
            return null;
        }
    }

    /**
     * The person as pages need it, in the form that no request can fill in.
     *
     * @param canBeConnected whether Xero is connected by a person's consent
     */
    public record Viewer(Person person, boolean canBeConnected) {

        public String name() {
            return person.name();
        }

        public boolean maySubmit() {
            return person.may(Privilege.SUBMIT);
        }

        /** Whether there can be tasks for the person. */
        public boolean hasTasks() {
            return maySubmit() || person.may(Privilege.APPROVE);
        }

        public boolean mayWatch() {
            return person.may(Privilege.WATCH);
        }

        public boolean mayAdminister() {
            return person.may(Privilege.ADMINISTER);
        }
    }
}
