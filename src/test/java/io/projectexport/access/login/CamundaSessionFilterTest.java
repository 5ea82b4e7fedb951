package io.projectexport.access.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.projectexport.access.group.EngineIdentities;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

class CamundaSessionFilterTest {

    private final EngineIdentities identities = mock(EngineIdentities.class);
    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final MockFilterChain chain = new MockFilterChain();

    @BeforeEach
    void anna_is_logged_in() {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated("anna", null, Set.of()));
    }

    @AfterEach
    void nobody_is_logged_in() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void request_whose_session_ended_meanwhile_begins_no_other_one() throws Exception {
        filter();

        assertThat(response.getStatus()).isEqualTo(401);
        assertThat(request.getSession(false)).isNull();
        assertThat(chain.getRequest()).isNull();
    }

    private void filter() throws IOException, jakarta.servlet.ServletException {
        new CamundaSessionFilter(identities).doFilter(request, response, chain);
    }
}
