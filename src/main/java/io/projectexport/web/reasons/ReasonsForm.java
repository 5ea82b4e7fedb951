package io.projectexport.web.reasons;

import java.util.Map;

/**
 * What an administrator sent from the page.
 *
 * @param mark of the list that was seen
 * @param position of the reason in it, from 0 on; -1 where that is no number
 * @param text as it was typed
 * @param action the value of the button
 */
record ReasonsForm(String mark, int position, String text, String action) {

    static ReasonsForm of(Map<String, String> sent) {
        return new ReasonsForm(
                sent.getOrDefault("mark", ""),
                position(sent.getOrDefault("position", "")),
                sent.getOrDefault("text", ""),
                sent.getOrDefault("action", "add"));
    }

    private static int position(String number) {
        return number.matches("[0-9]{1,4}") ? Integer.parseInt(number) : -1;
    }

    boolean isAbout(int index) {
        return "change".equals(action) && position == index;
    }

    /** Whether words were typed that get lost unless they are shown again. */
    boolean hasWords() {
        return "change".equals(action) || "add".equals(action);
    }
}
