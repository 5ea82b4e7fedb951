package io.projectexport.process.task;

import io.projectexport.export.FakeAccounting;
import io.projectexport.export.InMemoryProjectExports;
import io.projectexport.export.text.DisplayFormat;
import java.time.Clock;

/** Values of projects for tests without an engine. */
public final class TestProjectValues {

    private TestProjectValues() {}

    public static ProjectValues create() {
        Clock clock = Clock.systemUTC();
        DisplayFormat format = new DisplayFormat(clock);
        InMemoryProjectExports exports = new InMemoryProjectExports();
        return new ProjectValues(exports, new FakeAccounting(clock), new HistoryTable(exports, null, format), format);
    }
}
