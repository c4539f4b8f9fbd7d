"""Words about people: forms of address, ways of contact, custody, who may see what."""

from __future__ import annotations

import enum


class Salutation(enum.Enum):
    """Form of address; never guessed, so NONE is the rule and not the exception."""

    NONE = "none"
    FRAU = "frau"
    HERR = "herr"


class ContactKind(enum.Enum):
    """The channel of a contact way."""

    PHONE = "phone"
    MOBILE = "mobile"
    EMAIL = "email"
    FAX = "fax"
    WEB = "web"


class Visibility(enum.Enum):
    """Who may read a contact way on a list (field 5.5, 3); private numbers start as INTERNAL."""

    INTERNAL = "internal"
    MEMBERS = "members"
    PUBLIC = "public"


class CustodyAnswer(enum.Enum):
    """Whether someone has custody; unknown is an answer of its own and is never guessed."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class DeliveryWay(enum.Enum):
    """How a household gets its paper."""

    BACKPACK = "backpack"
    POST = "post"
    PERSONAL = "personal"
    MAIL = "mail"
