package io.projectexport.web.page;

import io.projectexport.access.login.CurrentPerson;
import io.projectexport.export.connection.XeroConnection;
import io.projectexport.export.permission.Person;
import io.projectexport.export.permission.Privilege;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Controller advice that puts into each page's model its viewer, looked up once, and what all pages share. */
@ControllerAdvice(annotations = PageController.class)
public class ViewerAdvice {

    static final String VIEWER = "viewer";

    private final CurrentPerson currentPerson;
    private final boolean canBeConnected;
    private final List<String> standardReasons;

    /**
     * With the installation's words.
     *
     * @param rejectionReasons with a bar between two of them
     */
    ViewerAdvice(
            CurrentPerson currentPerson,
            ObjectProvider<XeroConnection> connection,
            @Value("${rejection-reasons:}") String rejectionReasons) {
        this.currentPerson = currentPerson;
        this.canBeConnected = connection.getIfAvailable() != null;
        this.standardReasons = Stream.of(rejectionReasons.split("\\|"))
                .map(String::strip)
                .filter(reason -> !reason.isEmpty())
                .toList();
    }

    @ModelAttribute(VIEWER)
    Viewer viewer() {
        return new Viewer(currentPerson.get(), canBeConnected);
    }

    /** Why projects are rejected often, in words to begin with. */
    @ModelAttribute("standardReasons")
    List<String> standardReasons() {
        return standardReasons;
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
