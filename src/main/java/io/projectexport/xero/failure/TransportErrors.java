package io.projectexport.xero.failure;

import static io.projectexport.xero.failure.ExportFailureFactory.unavailable;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.projectexport.export.accounting.ExportFailure;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import org.springframework.http.converter.HttpMessageConversionException;
import org.springframework.web.client.UnknownContentTypeException;

/** Translates transport errors: failures that leave no response, or one that nobody can read. */
final class TransportErrors {

    private TransportErrors() {}

    static ExportFailure translate(Exception failure) {
        if (ExceptionCauses.any(failure, SocketTimeoutException.class, HttpTimeoutException.class)) {
            return unavailable("Xero did not answer in time.", Remedy.LOOK_AND_RETRY, failure);
        }
        if (ExceptionCauses.any(
                failure, ConnectException.class, UnknownHostException.class, NoRouteToHostException.class)) {
            return unavailable("Xero could not be reached.", Remedy.CHECK_NETWORK, failure)
                    .nothingCreated();
        }
        if (isUnreadable(failure)) {
            return unreadable(failure);
        }
        return ExceptionCauses.any(failure, IOException.class)
                ? unavailable("The connection to Xero broke before its answer arrived.", Remedy.LOOK_AND_RETRY, failure)
                : unavailable("Calling Xero failed in an unexpected way.", Remedy.LOOK_AND_RETRY, failure);
    }

    static ExportFailure unreadable(Exception failure) {
        return unavailable("Xero's answer could not be read.", Remedy.LOOK_AND_RETRY, failure);
    }

    private static boolean isUnreadable(Exception failure) {
        return ExceptionCauses.any(
                failure,
                JsonProcessingException.class,
                HttpMessageConversionException.class,
                UnknownContentTypeException.class);
    }
}
