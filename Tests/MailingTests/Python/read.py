"""Reads mail and calendars with the packages that others read them with, and tells what they make of it.

Standard input is a JSON list of texts in base64; standard output a JSON list of what was found.
"""

import base64
import datetime
import email
import email.policy
import email.utils
import json
import sys
from email.header import decode_header, make_header

import icalendar


def moment(value):
    if isinstance(value, datetime.datetime):
        return value.astimezone(datetime.timezone.utc).isoformat()
    return value.isoformat()


def event(component):
    def text(name):
        return str(component[name]) if name in component else None

    return {
        "id": text("UID"), "title": text("SUMMARY"), "text": text("DESCRIPTION"), "place": text("LOCATION"),
        "link": text("URL"), "status": text("STATUS"), "revision": int(component["SEQUENCE"]),
        "start": moment(component.decoded("DTSTART")), "end": moment(component.decoded("DTEND")),
        "made": moment(component.decoded("DTSTAMP")), "zone": component["DTSTART"].params.get("TZID"),
        "alarms": [-int(alarm.decoded("TRIGGER").total_seconds()) // 60 for alarm in component.walk("VALARM")],
    }


def calendar(content):
    calendars = icalendar.Calendar.from_ical(content, multiple=True)
    lines = content.split(b"\r\n")
    return {
        "calendars": len(calendars), "methods": [str(one.get("METHOD")) for one in calendars],
        "zones": [str(zone["TZID"]) for one in calendars for zone in one.walk("VTIMEZONE")],
        "events": [event(component) for one in calendars for component in one.walk("VEVENT")],
        "errors": [str(error) for one in calendars for part in one.walk() for error in getattr(part, "errors", [])],
        "longest": max(len(line) for line in lines), "bareEnds": any(b"\n" in line or b"\r" in line for line in lines),
    }


def name(content, header):
    """The older of Python's readers: the newer one puts a space between encoded words of a name (CPython 3.11)."""
    value = email.message_from_bytes(content)[header]
    return str(make_header(decode_header(email.utils.parseaddr(value)[0])))


def mail(content):
    message = email.message_from_bytes(content, policy=email.policy.default)
    lines = content.split(b"\r\n")
    text = message.get_body(("plain",))
    return {
        "headers": message.keys(), "subject": str(message["Subject"]),
        "to": [one.addr_spec for one in message["To"].addresses],
        "toName": name(content, "To"),
        "from": [one.addr_spec for one in message["From"].addresses],
        "fromName": name(content, "From"),
        "date": moment(message["Date"].datetime), "dateText": str(message["Date"]), "id": message["Message-ID"],
        "text": text.get_content().replace("\r\n", "\n"), "charset": text.get_content_charset(),
        "defects": [str(defect) for part in message.walk() for defect in part.defects]
        + [str(defect) for name in message.keys() for defect in message[name].defects],
        "attachments": [
            {
                "type": part.get_content_type(), "name": part.get_filename(),
                "method": part.get_param("method"), "calendar": calendar(part.get_payload(decode=True)),
            }
            for part in message.iter_attachments()
        ],
        "longest": max(len(line) for line in lines), "isASCII": content.isascii(),
        "bareEnds": any(b"\n" in line or b"\r" in line for line in lines),
    }


read = {"mail": mail, "calendar": calendar}[sys.argv[1]]
print(json.dumps([read(base64.b64decode(one)) for one in json.load(sys.stdin)]))
