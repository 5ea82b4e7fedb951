package io.projectexport.export;

import io.projectexport.export.project.Address;
import io.projectexport.export.project.Project;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Builds projects for tests: each starts with a number and a name, and says only what the test is about. */
public final class TestProjects {

    private final String number;
    private final String name;
    private Address address = new Address(null, null, null, null, null);
    private String client;
    private BigDecimal estimateAmount;
    private LocalDate deadline;

    private TestProjects(String number, String name) {
        this.number = number;
        this.name = name;
    }

    public static TestProjects project(String number, String name) {
        return new TestProjects(number, name);
    }

    /** Like the project, until something of it is changed. */
    public static TestProjects like(Project project) {
        TestProjects copy = new TestProjects(project.number(), project.name());
        copy.address = project.address();
        copy.client = project.client();
        copy.estimateAmount = project.estimateAmount();
        copy.deadline = project.deadline();
        return copy;
    }

    public TestProjects at(String street, String city, String state, String postalCode, String country) {
        address = new Address(street, city, state, postalCode, country);
        return this;
    }

    public TestProjects client(String name) {
        client = name;
        return this;
    }

    public TestProjects estimate(String amount) {
        estimateAmount = new BigDecimal(amount);
        return this;
    }

    public TestProjects deadline(LocalDate day) {
        deadline = day;
        return this;
    }

    public Project build() {
        return new Project(number, name, address, client, estimateAmount, deadline);
    }
}
