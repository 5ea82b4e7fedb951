# Builds from source, so that Docker is all that it needs; the cache lets a second build do without the network.
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml ./
COPY bpmn bpmn
COPY forms forms
COPY src/main src/main
RUN --mount=type=cache,target=/root/.m2 mvn -B -q package -Dmaven.test.skip=true
RUN java -Djarmode=tools -jar target/project-export-*.jar extract --layers --application-filename project-export.jar --destination layers

# the same for both stages below, because shared class data fit one JVM and one class path only
FROM eclipse-temurin:17-jre AS java
WORKDIR /app

FROM java AS class-data
RUN apt-get update && apt-get install -y --no-install-recommends postgresql && rm -rf /var/lib/apt/lists/*
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
COPY docker/class-data.sh /
RUN /class-data.sh

# the sandbox Xero, whose classes are among the tests: docker compose --profile sandbox up
FROM build AS build-sandbox
COPY src/test src/test
RUN --mount=type=cache,target=/root/.m2 mvn -B -q package -DskipTests

FROM java AS sandbox
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin app
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
COPY --from=build-sandbox /build/target/sandbox/project-export-*-sandbox.jar ./sandbox.jar
USER app
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=75 -XX:+ExitOnOutOfMemoryError" SANDBOX_ADDRESS=0.0.0.0
EXPOSE 8081
ENTRYPOINT ["java", "-cp", "sandbox.jar:project-export.jar", "io.projectexport.sandbox.SandboxServer"]

FROM java
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin app
# what changes least comes first, so that a release uploads only its own classes and their class data
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
COPY --from=class-data /app/project-export.jsa ./
USER app
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=75 -XX:+ExitOnOutOfMemoryError"
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s --retries=3 \
    CMD ["curl", "-fsS", "-o", "/dev/null", "http://localhost:8080/actuator/health/readiness"]
# class data that do not fit are left alone, and it starts without
ENTRYPOINT ["java", "-XX:SharedArchiveFile=project-export.jsa", "-jar", "project-export.jar"]
