# One image for each service, from jars built before: ./suite test, or ./mvnw package, and then docker compose build.
FROM eclipse-temurin:25-jre

ARG SERVICE
RUN groupadd --system --gid 10001 sacrum && \
    useradd --system --uid 10001 --gid sacrum --no-create-home --shell /usr/sbin/nologin sacrum

WORKDIR /opt/sacrum
# What changes seldom first.
COPY ${SERVICE}/target/quarkus-app/lib/ lib/
COPY ${SERVICE}/target/quarkus-app/quarkus/ quarkus/
COPY ${SERVICE}/target/quarkus-app/app/ app/
COPY ${SERVICE}/target/quarkus-app/quarkus-run.jar quarkus-run.jar

USER 10001:10001
ENV QUARKUS_HTTP_HOST=0.0.0.0 QUARKUS_HTTP_PORT=8080
EXPOSE 8080

# The image has neither curl nor wget for sure, but it has bash.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /q/health/ready HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]

ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED", "-jar", "quarkus-run.jar"]
