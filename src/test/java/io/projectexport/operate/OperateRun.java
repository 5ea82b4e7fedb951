package io.projectexport.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * What {@code docs/operate.md} says, done as it is written on two nodes, PostgreSQL and nginx, by {@code docs/operate/try.sh}. It takes minutes,
 * wants root, packages and the jar, and is no part of {@code mvn verify}: {@code mvn test -Dtest=OperateRun}.
 */
class OperateRun {

    @Test
    void everything_in_the_document_works_as_it_is_written() throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("docs/operate/try.sh").inheritIO().start().waitFor())
                .isZero();
    }
}
