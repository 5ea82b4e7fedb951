package io.projectexport.web.page;

import io.projectexport.access.login.CurrentPerson;
import io.projectexport.export.connection.XeroConnection;
import io.projectexport.export.permission.Person;
import io.projectexport.export.permission.Privilege;
import io.projectexport.export.reasons.KeepReasons;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.thymeleaf.context.LazyContextVariable;

/** Controller advice that puts into each page's model its viewer, looked up once, and what all pages share. */
@ControllerAdvice(annotations = PageController.class)
public class ViewerAdvice {

    static final String VIEWER = "viewer";

    private final CurrentPerson currentPerson;
    private final boolean canBeConnected;
    private final KeepReasons reasons;

    ViewerAdvice(CurrentPerson currentPerson, ObjectProvider<XeroConnection> connection, KeepReasons reasons) {
        this.currentPerson = currentPerson;
        this.canBeConnected = connection.getIfAvailable() != null;
        this.reasons = reasons;
    }

    @ModelAttribute(VIEWER)
    Viewer viewer() {
        return new Viewer(currentPerson.get(), canBeConnected);
    }

    /** Why projects are rejected often, in words to begin with; looked up by pages that show them only. */
    @ModelAttribute("standardReasons")
    LazyContextVariable<List<String>> standardReasons() {
        return new LazyContextVariable<>() {
            @Override
            protected List<String> loadValue() {
                return reasons.current().reasons();
            }
        };
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

        public boolean mayReadAll() {
            return person.may(Privilege.READ_ALL);
        }

        public boolean mayWatch() {
            return person.may(Privilege.WATCH);
        }

        public boolean mayAdminister() {
            return person.may(Privilege.ADMINISTER);
        }
    }
}
