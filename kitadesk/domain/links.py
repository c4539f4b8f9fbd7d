"""An address for a QR code on paper: a web page or a mail address, and nothing that runs.

A telephone opens what it scans, so only http, https and mailto are let in, without a name and
password before the host (they hide where a link leads).
"""

from __future__ import annotations

import re
from urllib.parse import SplitResult, quote, unquote, urlsplit

from kitadesk.base.errors import UserError
from kitadesk.base.text import clean
from kitadesk.domain.mailing import usable_addresses

MOST_LINK = 300
"""Characters; a longer link makes a code that plain printers blur."""
_WEB = ("http", "https")
_MAIL = "mailto"
_SCHEME = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*):(?!\d)")
_HOST = re.compile(r"([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])")
_KEPT = "!#$%&'()*+,/:;=?@[]~-._"


def checked_link(text: str) -> str:
    """Return a typed address with its scheme: "www.example.org" is https, "a@b.de" is mailto.

    Raises UserError ``link_not_understood``.
    """
    typed = clean(text).strip()
    link = _with_scheme(typed)
    if not typed or len(typed) > MOST_LINK or re.search(r"[\s<>\"\\]", typed):
        raise _refused(typed)
    scheme, _, rest = link.partition(":")
    if scheme == _MAIL:
        address = rest.partition("?")[0]
        if len(usable_addresses(address)) != 1 or "," in address or ";" in address:
            raise _refused(typed)
    elif scheme not in _WEB or not _is_web(link):
        raise _refused(typed)
    return link


def is_mail(link: str) -> bool:
    """Return whether a checked link writes a mail."""
    return link.startswith(f"{_MAIL}:")


def link_words(link: str) -> str:
    """Return a checked link as it is read and typed: no scheme, no subject of a mail."""
    if is_mail(link):
        return unquote(link.removeprefix(f"{_MAIL}:").partition("?")[0])
    return link.partition("://")[2].rstrip("/")


def link_code(link: str) -> str:
    """Return a checked link as telephones open it: ASCII, hosts with umlauts as in RFC 5891."""
    if is_mail(link):
        address, mark, rest = link.removeprefix(f"{_MAIL}:").partition("?")
        return f"{_MAIL}:{usable_addresses(address)[0]}{mark}{quote(rest, safe=_KEPT)}"
    parts = urlsplit(link)
    port = f":{parts.port}" if parts.port else ""
    tail = link.partition("://")[2][len(parts.netloc) :]
    return f"{parts.scheme}://{_host(parts)}{port}{quote(tail, safe=_KEPT)}"


def _with_scheme(typed: str) -> str:
    """Return the link with a scheme in lower case; what has none is a mail or a web address."""
    found = _SCHEME.match(typed)
    if found:
        return found["scheme"].lower() + typed[found.end("scheme") :]
    return f"{_MAIL}:{typed}" if "@" in typed.partition("/")[0] else f"https://{typed}"


def _is_web(link: str) -> bool:
    try:
        parts = urlsplit(link)
        host, _port = _host(parts), parts.port
    except ValueError:
        return False
    return "@" not in parts.netloc and bool(_HOST.fullmatch(host))


def _host(parts: SplitResult) -> str:
    """Return the host in ASCII; raises ValueError where it has no such form."""
    return (parts.hostname or "").encode("idna").decode("ascii")


def _refused(typed: str) -> UserError:
    return UserError("link_not_understood", text=typed[:60])
