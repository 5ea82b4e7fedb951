package io.projectexport.access.password;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Who tries a password: a user name, known here or not, and the network address that the request comes from. */
public record Guesser(String userId, String address) {

    private static final Pattern NOT_IN_A_NAME = Pattern.compile("[^\\p{L}\\p{N}._@+ -]");
    private static final int LONGEST_NAME = 64;
    private static final int NETWORK_BYTES = 8;

    /** The one behind the request that is served now; whoever asks without a request has no address. */
    public static Guesser now(String userId) {
        String name = NOT_IN_A_NAME.matcher(userId).replaceAll("?").toLowerCase(Locale.ROOT);
        return new Guesser(name.substring(0, Math.min(name.length(), LONGEST_NAME)), remote());
    }

    private static String remote() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current) {
            HttpServletRequest request = current.getRequest();
            return network(String.valueOf(request.getRemoteAddr()));
        }
        return "";
    }

    /** The address itself or, of version 6, its network, since whoever has one address has all of those; null for none. */
    public static String network(String address) {
        if (address == null || !address.contains(":")) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            if (bytes.length <= NETWORK_BYTES) {
                return address;
            }
            byte[] network = Arrays.copyOf(Arrays.copyOf(bytes, NETWORK_BYTES), bytes.length);
            return InetAddress.getByAddress(network).getHostAddress() + "/64";
        } catch (UnknownHostException noAddress) {
            return address;
        }
    }
}
