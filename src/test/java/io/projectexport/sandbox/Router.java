package io.projectexport.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.web.util.UriTemplate;

/** Finds what answers a call, by method and path. */
final class Router {

    private record Route(String method, UriTemplate path, BiFunction<ReceivedRequest, String, SentAnswer> answers) {

        boolean fits(ReceivedRequest request) {
            return method.equals(request.method()) && path.matches(request.path());
        }

        SentAnswer answer(ReceivedRequest request) {
            return answers.apply(request, path.match(request.path()).get("id"));
        }
    }

    private final List<Route> routes = new ArrayList<>();

    Router on(String method, String path, Function<ReceivedRequest, SentAnswer> answers) {
        return on(method, path, (request, id) -> answers.apply(request));
    }

    /** The path contains {@code {id}}, which is handed over beside the request. */
    Router on(String method, String path, BiFunction<ReceivedRequest, String, SentAnswer> answers) {
        routes.add(new Route(method, new UriTemplate(path), answers));
        return this;
    }

    SentAnswer answer(ReceivedRequest request) {
        return routes.stream()
                .filter(route -> route.fits(request))
                .findFirst()
                .map(route -> route.answer(request))
                .orElseGet(() -> Problems.of(404, "Not Found", "The resource you're looking for cannot be found"));
    }
}
