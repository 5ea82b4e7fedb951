package io.projectexport.web.page;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;

/**
 * Configuration that switches the versioning of links off: they stay as the pages name them.
 *
 * <p>Spring Boot would check on the whole class path, for each link of a page, whether it is a file with a version; in a list of 50
 * projects that took longer than everything else together.
 */
@Configuration(proxyBeanMethods = false)
class UnversionedLinks {

    @Bean
    FilterRegistrationBean<ResourceUrlEncodingFilter> resourceUrlEncodingFilter() {
        FilterRegistrationBean<ResourceUrlEncodingFilter> filter =
                new FilterRegistrationBean<>(new ResourceUrlEncodingFilter());
        filter.setEnabled(false);
        return filter;
    }
}
