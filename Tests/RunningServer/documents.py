"""JSON:API documents as Klaviyo's API wants them, from plain arguments."""
from datetime import datetime, timezone


def instant(moment):
    """RFC 3339 in UTC, to the second."""
    return moment.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def parsed(text):
    """The instant that an answer names."""
    return text if isinstance(text, datetime) else datetime.fromisoformat(text.replace("Z", "+00:00"))


def profile(id=None, meta=None, **attributes):
    """{"data": {"type": "profile", ...}}"""
    data = {"type": "profile", "attributes": attributes}
    if id is not None:
        data["id"] = id
    if meta is not None:
        data["meta"] = meta
    return {"data": data}


def event(metric, person, *, time=None, value=None, currency=None, unique_id=None, properties=None, **more):
    """An event of `person`: a dictionary of profile attributes; its key `id` goes to where an id belongs."""
    person = dict(person)
    attributes = {
        "metric": {"data": {"type": "metric", "attributes": {"name": metric}}},
        "profile": profile(id=person.pop("id", None), **person),
        "properties": properties or {},
        **more,
    }
    for name, given in (("time", time), ("value", value), ("value_currency", currency), ("unique_id", unique_id)):
        if given is not None:
            attributes[name] = instant(given) if isinstance(given, datetime) else given
    return {"data": {"type": "event", "attributes": attributes}}


def events_job(batches):
    """The bulk form. `batches` holds pairs: a person, and the documents of that person's events as `event` makes them."""
    items = []
    for person, events in batches:
        person = dict(person)
        rows = []
        for document in events:
            attributes = {name: value for name, value in document["data"]["attributes"].items() if name != "profile"}
            rows.append({"type": "event", "attributes": attributes})
        items.append({
            "type": "event-bulk-create",
            "attributes": {"profile": profile(id=person.pop("id", None), **person), "events": {"data": rows}},
        })
    return {"data": {"type": "event-bulk-create-job", "attributes": {"events-bulk-create": {"data": items}}}}


def import_job(people, lists=()):
    """Profiles in bulk: `people` are dictionaries of attributes."""
    rows = []
    for person in people:
        person = dict(person)
        rows.append(profile(id=person.pop("id", None), meta=person.pop("meta", None), **person)["data"])
    data = {"type": "profile-bulk-import-job", "attributes": {"profiles": {"data": rows}}}
    if lists:
        data["relationships"] = {"lists": {"data": references("list", lists)}}
    return {"data": data}


def reference(kind, id):
    return {"type": kind, "id": id}


def references(kind, ids):
    return [reference(kind, id) for id in ids]


def merge(destination, *sources):
    """The sources become part of the destination."""
    return {"data": {"type": "profile-merge", "id": destination, "relationships": {"profiles": {"data": references("profile", sources)}}}}


def deletion(id=None, **identifiers):
    """The request to erase a person."""
    data = {"type": "profile", "attributes": identifiers}
    if id is not None:
        data["id"] = id
    return {"data": {"type": "data-privacy-deletion-job", "attributes": {"profile": {"data": data}}}}


def suppression(emails=(), *, lift=False, list=None):
    """The job that suppresses addresses, or lifts their suppression."""
    data = {"type": f"profile-suppression-bulk-{'delete' if lift else 'create'}-job", "attributes": {}}
    if emails:
        data["attributes"]["profiles"] = {"data": [{"type": "profile", "attributes": {"email": email}} for email in emails]}
    if list is not None:
        data["relationships"] = {"list": {"data": reference("list", list)}}
    return {"data": data}


def subscription(people, *, list=None, end=False, **attributes):
    """Consent given (or withdrawn, with `end`). `people` are dictionaries of attributes; the channels default to marketing mail."""
    word = "UNSUBSCRIBED" if end else "SUBSCRIBED"
    rows = [{"type": "profile", "attributes": {"subscriptions": {"email": {"marketing": {"consent": word}}}, **person}} for person in people]
    data = {
        "type": f"profile-subscription-bulk-{'delete' if end else 'create'}-job",
        "attributes": {"profiles": {"data": rows}, **attributes},
    }
    if list is not None:
        data["relationships"] = {"list": {"data": reference("list", list)}}
    return {"data": data}
