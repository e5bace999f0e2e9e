package care.sacrum.triage.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "2130706433",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "100::1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "2001::1",
                "2001:db8::1",
                "2002:a00:1::1",
                "3fff::1",
            })
    void nothingIsPushedToAnAddressThatIsNotPublic(String address) throws UnknownHostException {
        assertThat(Destination.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "100.63.255.255",
                "100.128.0.1",
                "172.15.255.255",
                "172.32.0.1",
                "192.167.255.255",
                "198.17.255.255",
                "223.255.255.254",
                "2001:200::1",
                "2606:4700::1111",
                "2a00:1450::1",
            })
    void aPublicAddressMayBePushedTo(String address) throws UnknownHostException {
        assertThat(Destination.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void aNameThatAlsoLeadsIntoAPrivateNetworkIsRefused() throws UnknownHostException {
        var open = InetAddress.getByName("1.1.1.1");

        assertThat(Destination.allPublic(List.of(open))).isTrue();
        assertThat(Destination.allPublic(List.of(open, InetAddress.getByName("10.0.0.1"))))
                .isFalse();
        assertThat(Destination.allPublic(List.of())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hook.example/",
                "ftp://hook.example/",
                "//hook.example/",
                "/hook",
                "hook.example",
                "https://",
                "https:///hook",
                "https://user:word@hook.example/",
                "https://hook.example/#here",
                "https://hook example/",
                "https://hook.example:99999/",
                "https://hook.example:0/",
                "javascript:alert(1)",
            })
    void whatIsNoPlainHttpsUrlIsRefused(String url) {
        assertThat(Destination.read(url, false)).isInstanceOf(Destination.Url.Bad.class);
    }

    @Test
    void whatIsNoUrlIsToldWhatWillDo() {
        assertThat(Destination.read("nowhere", true))
                .isEqualTo(new Destination.Url.Bad("must be an absolute http or https URL"));
        assertThat(Destination.read("http://hook.example", false))
                .isEqualTo(new Destination.Url.Bad("must be an absolute https URL"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://hook.example", "HTTPS://hook.example:8443/a?b=c", "https://[2606:4700::1111]/"})
    void anHttpsUrlIsRead(String url) {
        assertThat(Destination.read(url, false)).isInstanceOf(Destination.Url.Good.class);
    }
}
