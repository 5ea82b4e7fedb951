package io.projectexport.faults;

import java.time.Duration;
import org.springframework.boot.convert.DurationStyle;

/**
 * How long and how hard a load run is, as the system properties of these names say.
 *
 * @param minutes how long the load goes on
 * @param restartEvery from one restart to the next, which is of the other node; "3m", "60s"
 * @param killEvery which restarts begin with {@code kill -9} instead of SIGTERM: every so manieth; 0 for none
 * @param clients how many people work at the same time at most
 * @param rate cycles per second; 0 for half of what is measured before
 * @param measure how long the maximum is measured, after half of that to warm up
 */
record LoadPlan(int minutes, Duration restartEvery, int killEvery, int clients, double rate, Duration measure) {

    static LoadPlan given() {
        return new LoadPlan(
                Integer.getInteger("minutes", 30),
                duration("restartEvery", "3m"),
                Integer.getInteger("killEvery", 0),
                Integer.getInteger("clients", 8),
                Double.parseDouble(System.getProperty("rate", "0")),
                duration("measure", "60s"));
    }

    private static Duration duration(String name, String usual) {
        return DurationStyle.detectAndParse(System.getProperty(name, usual));
    }

    boolean kills(int restart) {
        return killEvery > 0 && restart % killEvery == 0;
    }
}
