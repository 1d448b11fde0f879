"""Addresses of the web: which may be fetched, and which are the same story under two names."""

import ipaddress
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

__all__ = ["host_of", "is_public", "plain_address"]

NAT64 = ipaddress.ip_network("64:ff9b::/96")
# What campaigns and networks add to an address to count who came by it.
TRACKING = frozenset(
    {"fbclid", "gclid", "dclid", "msclkid", "igshid", "mc_cid", "mc_eid", "cmpid", "ns_campaign", "ns_mchannel",
     "ns_source", "ocid", "ref_src", "ref_url", "guccounter", "_ga", "yclid", "twclid", "smid", "smtyp"}
)  # fmt: skip
TRACKED = ("utm_", "at_", "pk_", "mtm_")
PORTS = {"http": 80, "https": 443}
QUERY = 100  # parameters of an address looked at


def is_public(address: str) -> bool:
    """Whether an IP address is of the open internet, by itself and by the one it wraps."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        wrapped = ip.ipv4_mapped or ip.sixtofour or (ip.teredo or (None, None))[1]
        if wrapped is None and ip in NAT64:
            wrapped = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if wrapped is not None:
            return is_public(str(wrapped))
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def host_of(url: str) -> str:
    """The host of an http(s) address in lower case; "" if it is no such address."""
    try:
        parts = urlsplit(url)
        return (parts.hostname or "").casefold() if parts.scheme in PORTS else ""
    except ValueError:
        return ""


def plain_address(url: str) -> str:
    """An address as it is known by: no fragment, no tracking parameters, the rest in order; "" if it is no address."""
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").casefold(), parts.port
        query = parse_qsl(parts.query, keep_blank_values=True, max_num_fields=QUERY)
    except ValueError:
        return ""
    if parts.scheme not in PORTS or not host:
        return ""
    kept = sorted((name, value) for name, value in query if not _tracks(name.casefold()))
    place = host if port in {None, PORTS[parts.scheme]} else f"{host}:{port}"
    return urlunsplit((parts.scheme, place, parts.path or "/", urlencode(kept), ""))


def _tracks(name: str) -> bool:
    return name in TRACKING or name.startswith(TRACKED)
