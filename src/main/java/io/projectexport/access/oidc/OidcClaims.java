package io.projectexport.access.oidc;

import io.projectexport.access.group.UserGroup;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.util.StringUtils;

/** Reader of a person's claims, by the names that this installation's provider gives them. */
final class OidcClaims {

    private static final Logger log = LoggerFactory.getLogger(OidcClaims.class);

    // of the engine's columns
    private static final int LONGEST_TEXT = 255;
    private static final int LONGEST_EMAIL = 254;

    private final String userClaim;
    private final String groupsClaim;
    private final boolean emailTrusted;

    OidcClaims(OidcSettings settings) {
        userClaim = settings.userClaim();
        groupsClaim = settings.groupsClaim();
        emailTrusted = settings.emailTrusted();
    }

    OidcPerson read(OidcUser person) {
        String email = email(person);
        String first = text(person, "given_name");
        String last = text(person, "family_name");
        return new OidcPerson(
                link(person),
                userClaim.equals("email") && isDenied(person) ? null : text(person, userClaim),
                first == null && last == null ? text(person, "name") : first,
                last,
                email,
                groups(person));
    }

    // only both together are unique and never given to somebody else; they are too long for the engine's column
    private static String link(OidcUser person) {
        try {
            String both = person.getIdToken().getIssuer() + " " + person.getSubject();
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(both.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    // who may see and correct a project depends on it
    private String email(OidcUser person) {
        String email = text(person, "email");
        boolean vouched = emailTrusted ? !isDenied(person) : "true".equals(verified(person));
        return vouched && email != null && email.length() <= LONGEST_EMAIL ? email : null;
    }

    private static boolean isDenied(OidcUser person) {
        return "false".equals(verified(person));
    }

    private static String verified(OidcUser person) {
        return String.valueOf((Object) person.getClaim("email_verified"));
    }

    private static String text(OidcUser person, String claim) {
        Object value = person.getClaim(claim);
        if (!(value instanceof String text) || !StringUtils.hasText(text)) {
            return null;
        }
        String stripped = text.strip();
        return stripped.substring(0, Math.min(stripped.length(), LONGEST_TEXT));
    }

    private Set<UserGroup> groups(OidcUser person) {
        Object value = person.getClaim(groupsClaim);
        if (value == null) {
            log.warn(
                    "Single sign-on told no claim \"{}\" (OIDC_GROUPS_CLAIM): the person is in no group.", groupsClaim);
        }
        Collection<?> names = value instanceof Collection<?> several ? several : List.of(String.valueOf(value));
        // some providers tell the path of a group
        Set<String> ids = names.stream()
                .map(name ->
                        StringUtils.trimLeadingCharacter(String.valueOf(name).strip(), '/'))
                .collect(Collectors.toSet());
        return UserGroup.of(ids).stream().filter(UserGroup::isGiven).collect(Collectors.toSet());
    }
}
