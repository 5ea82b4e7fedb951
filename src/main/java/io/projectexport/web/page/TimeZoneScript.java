package io.projectexport.web.page;

import io.projectexport.export.text.DisplayFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Controller of a script module that names the installation's time zone, so that Camunda's web applications know it before they start. */
@Controller
class TimeZoneScript {

    private final DisplayFormat format;

    TimeZoneScript(DisplayFormat format) {
        this.format = format;
    }

    @GetMapping(path = "/time-zone.js", produces = "text/javascript;charset=UTF-8")
    @ResponseBody
    String script() {
        return "export default '%s';%n".formatted(format.zone().getId());
    }
}
