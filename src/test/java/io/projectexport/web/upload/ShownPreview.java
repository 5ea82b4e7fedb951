package io.projectexport.web.upload;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.projectexport.web.PageTest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.HtmlUtils;

/** The page with a file that somebody chose, whose forms are sent as a browser without scripts sends them. */
record ShownPreview(MockMvcTester mvc, MvcTestResult page) {

    private static final String URL = "/jobs/upload";
    private static final Pattern SELECT = Pattern.compile("(?s)<select[^>]* name=\"(\\w+)\"[^>]*>(.*?)</select>");
    private static final Pattern SELECTED = Pattern.compile("<option value=\"([^\"]*)\" selected=\"selected\"");
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"(\\w+)\"(?: value=\"([^\"]*)\")?");

    static ShownPreview of(MockMvcTester mvc, byte[] file) {
        return new ShownPreview(
                mvc,
                mvc.post()
                        .uri(URL)
                        .multipart()
                        .file(new MockMultipartFile("file", "projects.csv", "text/csv", file))
                        .exchange());
    }

    static ShownPreview of(MockMvcTester mvc, String csv) {
        return of(mvc, csv.getBytes(UTF_8));
    }

    String html() {
        return PageTest.html(page);
    }

    boolean isFolded() {
        return !html().contains("<details class=\"mapping\" open");
    }

    boolean canBeSubmitted() {
        return html().contains("action=\"/jobs/upload/submit\"");
    }

    /** As what each column is read, by the names of fields; empty for one that is left out. */
    List<String> columns() {
        return selects(name -> name.equals("columns")).stream()
                .map(select -> select.replaceFirst("\\d+:", ""))
                .toList();
    }

    /** The page after the button below the columns was pressed. */
    ShownPreview readAs(String... columns) {
        MultiValueMap<String, String> form = reading();
        for (int i = 0; i < columns.length; i++) {
            form.get("columns").set(i, columns[i].isEmpty() ? "" : i + ":" + columns[i]);
        }
        return read(form);
    }

    /** The same with another value in a field of the form. */
    ShownPreview readWith(String name, String value) {
        MultiValueMap<String, String> form = reading();
        form.set(name, value);
        return read(form);
    }

    private ShownPreview read(MultiValueMap<String, String> form) {
        return new ShownPreview(mvc, mvc.post().uri(URL + "/read").params(form).exchange());
    }

    MvcTestResult submit() {
        return mvc.post().uri(URL + "/submit").params(hidden("submit")).exchange();
    }

    private MultiValueMap<String, String> reading() {
        MultiValueMap<String, String> form = hidden("read");
        SELECT.matcher(html()).results().forEach(select -> form.add(select.group(1), selected(select)));
        return form;
    }

    private List<String> selects(Predicate<String> isMeant) {
        return SELECT.matcher(html())
                .results()
                .filter(select -> isMeant.test(select.group(1)))
                .map(ShownPreview::selected)
                .toList();
    }

    private static String selected(MatchResult select) {
        Matcher selected = SELECTED.matcher(select.group(2));
        return selected.find() ? selected.group(1) : "";
    }

    private MultiValueMap<String, String> hidden(String action) {
        String form = Arrays.stream(html().split("<form "))
                .filter(part -> part.contains("action=\"/jobs/upload/" + action + "\""))
                .findFirst()
                .orElseThrow();
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        HIDDEN.matcher(form)
                .results()
                .forEach(input -> fields.add(
                        input.group(1),
                        HtmlUtils.htmlUnescape(
                                Optional.ofNullable(input.group(2)).orElse(""))));
        return fields;
    }
}
