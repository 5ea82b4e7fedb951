package io.projectexport.xero;

import static io.projectexport.xero.Refusals.unavailable;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.projectexport.export.ExportRefused;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import org.springframework.http.converter.HttpMessageConversionException;
import org.springframework.web.client.UnknownContentTypeException;

/** Sorts the failures that leave us without an answer, or with one that nobody can read. */
final class MissingAnswers {

    private MissingAnswers() {}

    static ExportRefused translate(Exception failure) {
        if (Causes.any(failure, SocketTimeoutException.class, HttpTimeoutException.class)) {
            return unavailable("Xero did not answer in time.", Remedy.LOOK_AND_RETRY, failure);
        }
        if (Causes.any(failure, ConnectException.class, UnknownHostException.class, NoRouteToHostException.class)) {
            return unavailable("Xero could not be reached.", Remedy.CHECK_NETWORK, failure)
                    .withNothingCreated();
        }
        if (isUnreadable(failure)) {
            return unreadable(failure);
        }
        return Causes.any(failure, IOException.class)
                ? unavailable("The connection to Xero broke before its answer arrived.", Remedy.LOOK_AND_RETRY, failure)
                : unavailable("Calling Xero failed in an unexpected way.", Remedy.LOOK_AND_RETRY, failure);
    }

    static ExportRefused unreadable(Exception failure) {
        return unavailable("Xero's answer could not be read.", Remedy.LOOK_AND_RETRY, failure);
    }

    private static boolean isUnreadable(Exception failure) {
        return Causes.any(
                failure,
                JsonProcessingException.class,
                HttpMessageConversionException.class,
                UnknownContentTypeException.class);
    }
}
