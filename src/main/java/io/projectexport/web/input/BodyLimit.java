package io.projectexport.web.input;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Type;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.MappingJacksonInputMessage;
import org.springframework.util.unit.DataSize;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Refuses a body that would fill the memory, whether or not it says how long it is. */
@ControllerAdvice
public class BodyLimit extends RequestBodyAdviceAdapter {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv");
    private static final DataSize FOR_CSV = DataSize.ofMegabytes(5);
    private static final DataSize FOR_JSON = DataSize.ofMegabytes(1);

    @Override
    public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        DataSize limit = CSV.isCompatibleWith(message.getHeaders().getContentType()) ? FOR_CSV : FOR_JSON;
        int maxLength = (int) limit.toBytes();
        byte[] body = message.getBody().readNBytes(maxLength + 1);
        if (body.length > maxLength) {
            throw tooLarge(limit);
        }
        return new MappingJacksonInputMessage(new ByteArrayInputStream(body), message.getHeaders());
    }

    private static ErrorResponseException tooLarge(DataSize limit) {
        String detail = "The body is too large: %d MB fit. Send it in parts.".formatted(limit.toMegabytes());
        HttpStatus status = HttpStatus.PAYLOAD_TOO_LARGE;
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }
}
