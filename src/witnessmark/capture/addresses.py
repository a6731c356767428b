"""Where a fetch may go: the egress rule. A name is resolved once, the answer is pinned, private networks are refused."""

import socket
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Final
from urllib.parse import quote, urlsplit

from witnessmark.capture.errors import AddressRefusedError

Resolver = Callable[[str, int], list[str]]
_PORTS: Final = {"http": 80, "https": 443}
#: Addresses that carry an IPv4 address within (RFC 6052), which must be judged too.
_NAT64: Final = IPv6Network("64:ff9b::/96")


@dataclass(frozen=True)
class Target:
    """One address to fetch: how to ask for it, and the one network address to connect to."""

    url: str
    scheme: str
    host: str
    port: int
    path: str
    pinned: str

    @property
    def host_header(self) -> str:
        """Return the value of the Host header (RFC 9110 §7.2): the port only where it is not the scheme's own."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


def resolve(host: str, port: int) -> list[str]:
    """Ask the system's resolver; return the network addresses of a host in its order."""
    return [str(answer[4][0]) for answer in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def target_of(url: str, *, resolver: Resolver, pins: dict[str, str], allow_private: bool) -> Target:
    """Return where to fetch `url` from; `pins` keeps the answer for a host, so that it is asked for once only.

    Raises `AddressRefusedError` for anything but http and https, a user name in the address, a host that does not
    resolve, or one of whose addresses is not public (unless `allow_private`).
    """
    try:
        parts = urlsplit(url.strip())
        port, host = parts.port, (parts.hostname or "").encode("idna").decode("ascii")
    except ValueError as error:
        raise _refused("this is not a web address", url, str(error)) from error
    if parts.scheme not in _PORTS or not host:
        raise _refused("this is not a web address", url, parts.scheme or "no scheme")
    if parts.username is not None or parts.password is not None:
        raise _refused("the address holds a user name", url, "user name or password")
    port = port or _PORTS[parts.scheme]
    pinned = pins.get(host) or _pin(host, port, url, resolver, allow_private=allow_private)
    pins[host] = pinned
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._") + (
        f"?{quote(parts.query, safe='/%:@!$&()*+,;=~-._?[]')}" if parts.query else ""
    )
    default = port == _PORTS[parts.scheme]
    shown = f"[{host}]" if ":" in host else host
    return Target(
        f"{parts.scheme}://{shown}{'' if default else f':{port}'}{path}", parts.scheme, host, port, path, pinned
    )


def is_public(address: str) -> bool:
    """Tell whether a network address is of the public internet, an IPv4 address within an IPv6 one included."""
    ip = ip_address(address.partition("%")[0])
    inner = _within(ip) if isinstance(ip, IPv6Address) else None
    return ip.is_global and not ip.is_multicast and (inner is None or inner.is_global)


def _within(ip: IPv6Address) -> IPv4Address | None:
    if ip in _NAT64:
        return IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)


def _pin(host: str, port: int, url: str, resolver: Resolver, *, allow_private: bool) -> str:
    try:
        addresses = resolver(host, port)
    except OSError as error:
        raise _refused("the host does not resolve", url, str(error)) from error
    if not addresses:
        raise _refused("the host does not resolve", url, "no address")
    private = [address for address in addresses if not is_public(address)]
    if private and not allow_private:
        raise _refused("the address leads into a private network", url, private[0])
    return addresses[0]


def _refused(what: str, url: str, got: str) -> AddressRefusedError:
    return AddressRefusedError(
        what, where=ascii(url)[1:-1][:300], got=got, expected="a public http or https address", do="Check the address"
    )
