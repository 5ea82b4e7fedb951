package io.projectexport.web.reasons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

import io.projectexport.export.permission.Person;
import io.projectexport.export.permission.Privilege;
import io.projectexport.export.reasons.KeepReasons;
import io.projectexport.web.PageTest;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class ReasonsControllerTest extends PageTest {

    private static final String PAGE = "/admin/reasons";
    private static final Person ROOT = new Person("root", "Root", null, Set.of(Privilege.ADMINISTER));

    @Autowired
    private KeepReasons reasons;

    @BeforeEach
    void an_administrator_is_logged_in() {
        given(currentPerson.get()).willReturn(ROOT);
    }

    @AfterEach
    void nothing_is_kept() {
        while (reasons.current().kept()) {
            reasons.remove(reasons.current().mark(), 0, ROOT);
        }
    }

    private MvcTestResult send(String mark, String action, int position, String text) {
        return mvc.post()
                .uri(PAGE)
                .param("mark", mark)
                .param("action", action)
                .param("position", String.valueOf(position))
                .param("text", text)
                .exchange();
    }

    private String mark() {
        return reasons.current().mark();
    }

    @Test
    void page_says_where_the_list_comes_from() {
        MvcTestResult page = mvc.get().uri(PAGE).exchange();

        assertShown(page)
                .contains("These come from the installation's setting", "The estimate is missing.", "Too late");
        assertThat(html(page)).contains("aria-current=\"page\">Usual reasons</a>");

        assertThat(send(mark(), "add", -1, "Another client."))
                .hasRedirectedUrl(PAGE)
                .flash()
                .containsEntry("done", "Added.");
        assertShown(mvc.get().uri(PAGE).exchange())
                .contains("This list counts", "Another client.")
                .doesNotContain("These come from");
    }

    @Test
    void buttons_change_move_and_remove() {
        send(mark(), "change", 1, "Much too late");
        send(mark(), "up", 1, "");
        assertThat(reasons.current().reasons()).containsExactly("Much too late", "The estimate is missing.");
        send(mark(), "down", 0, "");
        assertThat(reasons.current().reasons()).containsExactly("The estimate is missing.", "Much too late");

        assertThat(send(mark(), "remove", 0, "")).flash().containsEntry("done", "Removed.");
        assertThat(send(mark(), "remove", 0, ""))
                .flash()
                .containsEntry(
                        "done",
                        "Removed. Nothing is kept here any more, so the reasons of the setting are offered again.");
    }

    @Test
    void error_stands_beside_its_field_with_what_was_typed() {
        MvcTestResult added = send(mark(), "add", -1, "too  LATE");
        assertThat(added).hasStatus(400);
        assertShown(added)
                .contains(
                        "Nothing was saved yet. Please correct: Another reason", "This reason is in the list already.");
        assertThat(html(added)).contains("aria-describedby=\"text-hint text-error\"", ">too  LATE</textarea>");

        MvcTestResult changed = send(mark(), "change", 1, "<b>".repeat(100));
        assertThat(changed).hasStatus(400);
        assertShown(changed).contains("Please correct: Reason 2", "200 characters fit");
        assertThat(html(changed))
                .contains("id=\"reason-2-error\"", "&lt;b&gt;&lt;b&gt;")
                .doesNotContain("<b>");
    }

    @Test
    void who_was_second_reads_it_above_the_list_of_now_and_loses_no_words() {
        String seen = mark();
        send(seen, "remove", 0, "");

        MvcTestResult page = send(seen, "change", 1, "Much too late");

        assertThat(page).hasStatus(409);
        assertShown(page).contains("Nothing was changed", "This is the list as it is now.");
        assertThat(html(page)).contains("Too late</textarea>", "Much too late</textarea>");
        assertThat(reasons.current().reasons()).containsExactly("Too late");
    }

    @Test
    void who_is_no_administrator_changes_nothing_and_has_no_link() {
        given(currentPerson.get()).willReturn(ANNA);

        assertThat(send(mark(), "remove", 0, "")).hasStatus(403);
        assertThat(reasons.current().kept()).isFalse();
        assertThat(html(mvc.get().uri("/profile").exchange())).doesNotContain(PAGE);
    }
}
