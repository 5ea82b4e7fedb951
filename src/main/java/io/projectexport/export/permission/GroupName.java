package io.projectexport.export.permission;

/** The name of a group as it stands in a sentence. */
public final class GroupName {

    private GroupName() {}

    /** Without what its name explains in brackets; small, unless it begins with an abbreviation. */
    public static String inSentence(String name) {
        String plain = name.replaceFirst("\\s*\\(.*\\)$", "");
        boolean isWord = plain.length() > 1 && Character.isLowerCase(plain.charAt(1));
        return isWord ? Character.toLowerCase(plain.charAt(0)) + plain.substring(1) : plain;
    }
}
