package io.projectexport.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.projectexport.export.submission.ProjectField;
import java.util.Collections;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The mapping of a file's columns as people use it in their browser. */
class MappingInBrowserTest extends BrowserTest {

    MappingInBrowserTest(RunningApplication application) {
        super(application);
    }

    @Test
    void another_column_is_chosen_and_the_next_file_with_those_headings_remembers_it() {
        String number = "M-" + UUID.randomUUID();
        Page page = open("/jobs/upload", newSubmitter());
        assertThat(page.locator("h1")).hasText("Submit projects from a file");

        preview(page, "编号,Tytuł,Town,Phone\n%s,Pier,Nelson,1\n".formatted(number));
        assertThat(page.locator(".problem")).hasCount(2);
        assertThat(button(page, "Submit")).hasCount(0);
        Chromium.assertAccessible(page, "upload with columns to choose");
        page.getByLabel("编号").selectOption("Project number");
        page.getByLabel("Tytuł").selectOption("Project name");
        page.getByLabel("Phone").selectOption("City");
        button(page, "Read the file like that").click();
        assertThat(page.locator(".problem"))
                .hasText("City can only be one column, and these are chosen:"
                        + " C \"Town\", D \"Phone\". Leave the others out.");
        page.getByLabel("Phone").selectOption("left out");
        button(page, "Read the file like that").click();
        assertThat(page.locator(".problem")).hasCount(0);
        assertThat(page.getByLabel("Phone")).isHidden();
        assertThat(button(page, "Read the file like that")).isHidden();
        button(page, "Submit this project").click();
        assertThat(page.locator(".results")).containsText("1 submitted");

        preview(page, "phone,TOWN,Tytuł,编号\n1,Napier,Dam,%s-2\n".formatted(number));
        assertThat(page.locator(".remembered")).containsText("Columns as you chose them on ");
        assertThat(page.locator("tbody")).containsText("Napier");
        page.getByText("Columns: 3 of 4 are read").click();
        assertThat(page.getByLabel("Tytuł")).hasValue("2:projectName");
        Chromium.assertAccessible(page, "upload with remembered columns");
        button(page, "Submit this project").click();
        assertThat(page.locator(".results")).containsText("1 submitted");

        preview(page, "phone,TOWN,Tytuł,编号\n1,Napier,Dam,%s-3\n".formatted(number));
        button(page, "Find them anew").click();
        assertThat(page.locator(".problem")).hasCount(2);
        assertThat(page.locator(".remembered")).hasCount(0);
    }

    @Test
    void file_with_every_field_and_many_columns_fits_a_wide_and_a_narrow_page() {
        String headings =
                Stream.of(ProjectField.values()).map(ProjectField::label).collect(Collectors.joining(","));
        String values =
                "F-1,Harbour Bridge,\"1 Quay Street, Level 2\",Auckland,Auckland,1010,New Zealand,Harbour Council,"
                        + "\"$1,250,000.00\",2027-03-31,somebody.with.a.long.name@long-domain.example.com";
        Page page = open("/jobs/upload", newSubmitter());

        preview(page, "%s%s\n%s\n".formatted(headings, columns(239), values));
        assertThat(page.locator("tbody")).containsText("1 Quay Street, Level 2, Auckland, Auckland, 1010, New Zealand");
        Chromium.assertAccessible(page, "upload of every field");
        assertFits(page);
        page.locator(".mapping summary").click();
        page.setViewportSize(375, 800);
        assertFits(page);
        Chromium.assertAccessible(page, "upload on a phone");
        button(page, "Read the file like that").click();
        assertThat(page.locator("tbody")).containsText("Harbour Bridge");
    }

    private static String columns(int number) {
        return String.join("", Collections.nCopies(number, ",more"));
    }

    private static void assertFits(Page page) {
        Object overflow = page.evaluate("() => [document.documentElement, ...document.querySelectorAll('.wide')]"
                + ".map(it => it.scrollWidth - it.clientWidth)");
        org.assertj.core.api.Assertions.assertThat((Iterable<?>) overflow).allMatch(Integer.valueOf(0)::equals);
    }

    private static void preview(Page page, String file) {
        page.getByLabel("CSV file").setInputFiles(new FilePayload("projects.csv", "text/csv", file.getBytes(UTF_8)));
        button(page, "Show what is in it").click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
