package io.projectexport.sandbox;

/** What switches of the page have in common. */
public enum SwitchGroup {
    FIRST("Try these first"),
    CALLS("Calls that go wrong"),
    CONNECTION("A connection that ends"),
    NAMES("Jobs that are stored under another name"),
    CONTACTS("Clients and contacts"),
    CONTENT("Answers that hold something unexpected"),
    REFUSALS("Refusals of every form");

    private final String title;

    SwitchGroup(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
