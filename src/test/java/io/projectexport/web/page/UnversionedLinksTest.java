package io.projectexport.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.web.servlet.FilterRegistrationBean;

class UnversionedLinksTest {

    private final WebApplicationContextRunner application = new WebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(WebMvcAutoConfiguration.class, ThymeleafAutoConfiguration.class));

    @Test
    void no_filter_looks_for_files_behind_links() {
        application
                .withUserConfiguration(UnversionedLinks.class)
                .run(context -> assertThat(context.getBeansOfType(FilterRegistrationBean.class))
                        .hasSize(1)
                        .allSatisfy(
                                (name, filter) -> assertThat(filter.isEnabled()).isFalse()));
    }

    @Test
    void spring_boot_alone_has_one_that_does() {
        application.run(context -> assertThat(
                        context.getBean(FilterRegistrationBean.class).isEnabled())
                .isTrue());
    }
}
