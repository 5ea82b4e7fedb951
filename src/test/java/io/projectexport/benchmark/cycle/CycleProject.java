package io.projectexport.benchmark.cycle;

/** One to be submitted; no other of the run has its number. */
record CycleProject(String number, String name) {

    static final int ESTIMATE = 125_000;

    /** Under which Xero gets it, from either system. */
    String jobName() {
        return number + " - " + name;
    }
}
