"""A certificate taken apart, as ``SSLSocket.getpeercert`` and ``SSLContext.get_ca_certs`` answer it.

CPython Modules/_ssl.c, _decode_certificate; RFC 5280, section 4.1, for what lies where.
"""

import socket

__all__ = ["decoded"]

_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
# OpenSSL crypto/objects/objects.txt: the long names of what stands in names.
_NAMES = {
    "2.5.4.3": "commonName", "2.5.4.4": "surname", "2.5.4.5": "serialNumber", "2.5.4.6": "countryName",
    "2.5.4.7": "localityName", "2.5.4.8": "stateOrProvinceName", "2.5.4.9": "streetAddress", "2.5.4.10": "organizationName",
    "2.5.4.11": "organizationalUnitName", "2.5.4.12": "title", "2.5.4.13": "description", "2.5.4.15": "businessCategory",
    "2.5.4.17": "postalCode", "2.5.4.20": "telephoneNumber", "2.5.4.41": "name", "2.5.4.42": "givenName",
    "2.5.4.43": "initials", "2.5.4.44": "generationQualifier", "2.5.4.46": "dnQualifier", "2.5.4.65": "pseudonym",
    "2.5.4.97": "organizationIdentifier", "1.2.840.113549.1.9.1": "emailAddress", "0.9.2342.19200300.100.1.1": "userId",
    "0.9.2342.19200300.100.1.25": "domainComponent", "1.3.6.1.4.1.311.60.2.1.1": "jurisdictionLocalityName",
    "1.3.6.1.4.1.311.60.2.1.2": "jurisdictionStateOrProvinceName", "1.3.6.1.4.1.311.60.2.1.3": "jurisdictionCountryName",
}
_ALTERNATIVE_NAMES, _CRL_POINTS, _ACCESS = "2.5.29.17", "2.5.29.31", "1.3.6.1.5.5.7.1.1"
_ENCODINGS = {0x1C: "utf-32-be", 0x1E: "utf-16-be", 0x14: "latin-1"}
_EXPLICIT_0, _EXPLICIT_3 = 0xA0, 0xA3
_URI, _FULL_NAME = 0x86, 0xA0


def decoded(der: bytes) -> dict:
    """*der* as the dict that CPython makes of it."""
    fields = _parts(_parts(_parts(der)[0][1])[0][1])
    version = _number(_parts(fields.pop(0)[1])[0][1]) + 1 if fields[0][0] == _EXPLICIT_0 else 1
    serial, _, issuer, validity, subject = (value for _, value in fields[:5])
    not_before, not_after = (_time(tag, value) for tag, value in _parts(validity))
    found = {
        "subject": _name(subject), "issuer": _name(issuer), "version": version, "serialNumber": _hex(serial),
        "notBefore": not_before, "notAfter": not_after,
    }
    for tag, value in fields[6:]:
        if tag == _EXPLICIT_3:
            found.update(_extensions(_parts(value)[0][1]))
    return found


def _extensions(value: bytes):
    values = {_dotted(parts[0][1]): parts[-1][1] for parts in (_parts(each) for _, each in _parts(value))}
    if _ALTERNATIVE_NAMES in values:
        yield "subjectAltName", tuple(_general(*each) for each in _parts(_parts(values[_ALTERNATIVE_NAMES])[0][1]))
    if _ACCESS in values:
        places = [[each for each in _parts(place)] for _, place in _parts(_parts(values[_ACCESS])[0][1])]
        for name, method in (("OCSP", "1.3.6.1.5.5.7.48.1"), ("caIssuers", "1.3.6.1.5.5.7.48.2")):
            found = tuple(where[1].decode() for (_, kind), where in places if _dotted(kind) == method and where[0] == _URI)
            if found:
                yield name, found
    if _CRL_POINTS in values:
        found = tuple(
            uri.decode()
            for _, point in _parts(_parts(values[_CRL_POINTS])[0][1])
            for kind, names in _parts(point) if kind == 0xA0
            for full, general in _parts(names) if full == _FULL_NAME
            for tag, uri in _parts(general) if tag == _URI
        )
        if found:
            yield "crlDistributionPoints", found


def _general(tag: int, value: bytes) -> tuple:
    kind = tag & 0x1F
    if kind in (1, 2, 6):
        return {1: "email", 2: "DNS", 6: "URI"}[kind], value.decode("utf-8")
    if kind == 4:
        return "DirName", _name(_parts(value)[0][1])
    if kind == 7:
        return "IP Address", _address(value)
    if kind == 8:
        return "Registered ID", _dotted(value)
    return {0: "othername", 3: "X400Name", 5: "EdiPartyName"}[kind], "<unsupported>"


def _address(value: bytes) -> str:
    if len(value) == 4:
        return socket.inet_ntoa(value)
    if len(value) == 16:
        return ":".join(f"{int.from_bytes(value[at:at + 2], 'big'):X}" for at in range(0, 16, 2))
    return "<invalid>"


def _name(value: bytes) -> tuple:
    return tuple(
        tuple((_NAMES.get(_dotted(kind), _dotted(kind)), text.decode(_ENCODINGS.get(tag, "utf-8")))
              for (_, kind), (tag, text) in (_parts(pair) for _, pair in _parts(group)))
        for _, group in _parts(value)
    )


def _time(tag: int, value: bytes) -> str:
    """As ASN1_TIME_print(3) says it."""
    text = value.decode("ascii")
    if tag == 0x17:  # UTCTime: two digits of the year
        text = ("20" if text < "50" else "19") + text
    return f"{_MONTHS[int(text[4:6]) - 1]} {int(text[6:8]):2} {text[8:10]}:{text[10:12]}:{text[12:14]} {text[:4]} GMT"


def _hex(value: bytes) -> str:
    number = _number(value)
    digits = f"{abs(number):X}"
    return ("-" if number < 0 else "") + digits.zfill(len(digits) + len(digits) % 2)


def _number(value: bytes) -> int:
    return int.from_bytes(value, "big", signed=True)


def _dotted(value: bytes) -> str:
    numbers, number = [], 0
    for byte in value:
        number = number << 7 | byte & 0x7F
        if not byte & 0x80:
            numbers.append(number)
            number = 0
    first = min(numbers[0] // 40, 2)
    return ".".join(map(str, (first, numbers[0] - 40 * first, *numbers[1:])))


def _parts(value: bytes) -> "list[tuple[int, bytes]]":
    """The elements that follow each other in *value*: tag and contents, X.690 section 8.1."""
    parts, at = [], 0
    while at < len(value):
        tag, size = value[at], value[at + 1]
        at += 2
        if size & 0x80:
            count = size & 0x7F
            size = int.from_bytes(value[at:at + count], "big")
            at += count
        parts.append((tag, value[at:at + size]))
        at += size
    return parts
