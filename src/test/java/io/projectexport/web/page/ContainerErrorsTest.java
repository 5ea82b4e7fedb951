package io.projectexport.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import io.projectexport.export.permission.Person;
import io.projectexport.web.page.ViewerAdvice.Viewer;
import jakarta.servlet.RequestDispatcher;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class ContainerErrorsTest {

    private final ViewerAdvice viewers = mock();

    @Test
    void who_may_not_open_a_page_is_told_whom_to_ask_and_nothing_of_what_they_typed() {
        given(viewers.viewerIfKnown()).willReturn(new Viewer(new Person("eve", "Eve", null, Set.of()), false));

        assertThat(forbidden("GET"))
                .contains("This page is not open to you.", "ask an administrator")
                .doesNotContain("typed");
        assertThat(forbidden("POST")).contains("what you typed is kept");
    }

    @Test
    void whose_login_has_ended_is_told_so_whatever_they_did() {
        assertThat(forbidden("POST")).contains("Your login has ended");
    }

    private String forbidden(String method) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, "/error");
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 403);
        return String.valueOf(
                new ContainerErrors(viewers).page(request).getModel().get("message"));
    }
}
