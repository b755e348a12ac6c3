"""Every operation of Klaviyo's API that Perennial has: method, path, the scopes that a key needs, and its call through the SDK.

The calls are well formed and speak of things that do not exist: without the right key they end in 401 or 403, with it in 404
where the path names something.
"""
from typing import Callable, NamedTuple

from RunningServer import documents

UNKNOWN = "ZZZZZZ"
UNKNOWN_PROFILE = "01ZZZZZZZZZZZZZZZZZZZZZZZZ"
NOBODY = {"email": "nobody@example.com"}


class Operation(NamedTuple):
    method: str
    path: str
    scopes: tuple[str, ...]
    call: Callable

    @property
    def names_something(self):
        return "{" in self.path

    def __str__(self):
        return f"{self.method} {self.path}"


def _named(kind, id=None, **attributes):
    data = {"type": kind, "attributes": attributes}
    if id is not None:
        data["id"] = id
    return {"data": data}


def _tagged(kind):
    return {"data": documents.references(kind, [UNKNOWN])}


_members = {"data": documents.references("profile", [UNKNOWN_PROFILE])}
_mapping = {"data": {"type": "mapped-metric", "id": "revenue", "relationships": {"metric": {"data": documents.reference("metric", UNKNOWN)}}}}
_orders = {"aggregation_method": "value", "metric_groups": [{"metric_id": UNKNOWN}]}
_aggregate = _named(
    "metric-aggregate", metric_id=UNKNOWN, measurements=["count"],
    filter=["greater-or-equal(datetime,2024-01-01T00:00:00)", "less-than(datetime,2024-02-01T00:00:00)"],
)
_segment = _named("segment", name="nobody's", definition={"condition_groups": [{"conditions": [
    {"type": "profile-property", "property": "email", "filter": {"type": "string", "operator": "equals", "value": "nobody@example.com"}}]}]})
_segment_values = _named("segment-values-report", statistics=["total_members"], timeframe={"key": "today"})
_segment_series = _named("segment-series-report", statistics=["total_members"], timeframe={"key": "today"}, interval="hourly")

OPERATIONS = [
    # Accounts
    Operation("GET", "/api/accounts", ("accounts:read",), lambda k: k.Accounts.get_accounts()),
    Operation("GET", "/api/accounts/{id}", ("accounts:read",), lambda k: k.Accounts.get_account(UNKNOWN)),
    # Events
    Operation("GET", "/api/events", ("events:read",), lambda k: k.Events.get_events()),
    Operation("POST", "/api/events", ("events:write",), lambda k: k.Events.create_event(documents.event("Viewed Page", NOBODY))),
    Operation("GET", "/api/events/{id}", ("events:read",), lambda k: k.Events.get_event(UNKNOWN)),
    Operation("POST", "/api/event-bulk-create-jobs", ("events:write",),
              lambda k: k.Events.bulk_create_events(documents.events_job([(NOBODY, [documents.event("Viewed Page", {})])]))),
    Operation("GET", "/api/events/{id}/metric", ("events:read", "metrics:read"), lambda k: k.Events.get_metric_for_event(UNKNOWN)),
    Operation("GET", "/api/events/{id}/relationships/metric", ("events:read", "metrics:read"),
              lambda k: k.Events.get_metric_id_for_event(UNKNOWN)),
    Operation("GET", "/api/events/{id}/profile", ("events:read", "profiles:read"), lambda k: k.Events.get_profile_for_event(UNKNOWN)),
    Operation("GET", "/api/events/{id}/relationships/profile", ("events:read", "profiles:read"),
              lambda k: k.Events.get_profile_id_for_event(UNKNOWN)),
    # Profiles
    Operation("GET", "/api/profiles", ("profiles:read",), lambda k: k.Profiles.get_profiles()),
    Operation("POST", "/api/profiles", ("profiles:write",), lambda k: k.Profiles.create_profile(documents.profile(**NOBODY))),
    Operation("GET", "/api/profiles/{id}", ("profiles:read",), lambda k: k.Profiles.get_profile(UNKNOWN_PROFILE)),
    Operation("PATCH", "/api/profiles/{id}", ("profiles:write",),
              lambda k: k.Profiles.update_profile(UNKNOWN_PROFILE, documents.profile(id=UNKNOWN_PROFILE, first_name="Nobody"))),
    Operation("POST", "/api/profile-import", ("profiles:write",), lambda k: k.Profiles.create_or_update_profile(documents.profile(**NOBODY))),
    Operation("POST", "/api/profile-merge", ("profiles:write",),
              lambda k: k.Profiles.merge_profiles(documents.merge(UNKNOWN_PROFILE, UNKNOWN_PROFILE[:-1] + "0"))),
    Operation("GET", "/api/profiles/{id}/lists", ("lists:read", "profiles:read"), lambda k: k.Profiles.get_lists_for_profile(UNKNOWN_PROFILE)),
    Operation("GET", "/api/profiles/{id}/relationships/lists", ("lists:read", "profiles:read"),
              lambda k: k.Profiles.get_list_ids_for_profile(UNKNOWN_PROFILE)),
    Operation("GET", "/api/profiles/{id}/segments", ("profiles:read", "segments:read"),
              lambda k: k.Profiles.get_segments_for_profile(UNKNOWN_PROFILE)),
    Operation("GET", "/api/profiles/{id}/relationships/segments", ("profiles:read", "segments:read"),
              lambda k: k.Profiles.get_segment_ids_for_profile(UNKNOWN_PROFILE)),
    Operation("GET", "/api/profile-bulk-import-jobs", ("lists:read", "profiles:read"), lambda k: k.Profiles.get_bulk_import_profiles_jobs()),
    Operation("POST", "/api/profile-bulk-import-jobs", ("lists:write", "profiles:write"),
              lambda k: k.Profiles.bulk_import_profiles(documents.import_job([NOBODY]))),
    Operation("GET", "/api/profile-bulk-import-jobs/{id}", ("lists:read", "profiles:read"),
              lambda k: k.Profiles.get_bulk_import_profiles_job(UNKNOWN)),
    Operation("GET", "/api/profile-bulk-import-jobs/{id}/lists", ("lists:read",),
              lambda k: k.Profiles.get_list_for_bulk_import_profiles_job(UNKNOWN)),
    Operation("GET", "/api/profile-bulk-import-jobs/{id}/relationships/lists", ("lists:read",),
              lambda k: k.Profiles.get_list_ids_for_bulk_import_profiles_job(UNKNOWN)),
    Operation("GET", "/api/profile-bulk-import-jobs/{id}/profiles", ("profiles:read",),
              lambda k: k.Profiles.get_profiles_for_bulk_import_profiles_job(UNKNOWN)),
    Operation("GET", "/api/profile-bulk-import-jobs/{id}/relationships/profiles", ("profiles:read",),
              lambda k: k.Profiles.get_profile_ids_for_bulk_import_profiles_job(UNKNOWN)),
    Operation("GET", "/api/profile-bulk-import-jobs/{id}/import-errors", ("profiles:read",),
              lambda k: k.Profiles.get_errors_for_bulk_import_profiles_job(UNKNOWN)),
    Operation("GET", "/api/profile-suppression-bulk-create-jobs", ("subscriptions:read",),
              lambda k: k.Profiles.get_bulk_suppress_profiles_jobs()),
    Operation("POST", "/api/profile-suppression-bulk-create-jobs", ("profiles:write", "subscriptions:write"),
              lambda k: k.Profiles.bulk_suppress_profiles(documents.suppression([NOBODY["email"]]))),
    Operation("GET", "/api/profile-suppression-bulk-create-jobs/{id}", ("subscriptions:read",),
              lambda k: k.Profiles.get_bulk_suppress_profiles_job(UNKNOWN)),
    Operation("GET", "/api/profile-suppression-bulk-delete-jobs", ("subscriptions:read",),
              lambda k: k.Profiles.get_bulk_unsuppress_profiles_jobs()),
    Operation("POST", "/api/profile-suppression-bulk-delete-jobs", ("subscriptions:write",),
              lambda k: k.Profiles.bulk_unsuppress_profiles(documents.suppression([NOBODY["email"]], lift=True))),
    Operation("GET", "/api/profile-suppression-bulk-delete-jobs/{id}", ("subscriptions:read",),
              lambda k: k.Profiles.get_bulk_unsuppress_profiles_job(UNKNOWN)),
    Operation("POST", "/api/profile-subscription-bulk-create-jobs", ("lists:write", "profiles:write", "subscriptions:write"),
              lambda k: k.Profiles.bulk_subscribe_profiles(documents.subscription([NOBODY]))),
    Operation("POST", "/api/profile-subscription-bulk-delete-jobs", ("lists:write", "profiles:write", "subscriptions:write"),
              lambda k: k.Profiles.bulk_unsubscribe_profiles(documents.subscription([NOBODY], end=True))),
    # Lists
    Operation("GET", "/api/lists", ("lists:read",), lambda k: k.Lists.get_lists()),
    Operation("POST", "/api/lists", ("lists:write",), lambda k: k.Lists.create_list(_named("list", name="Nobody's"))),
    Operation("GET", "/api/lists/{id}", ("lists:read",), lambda k: k.Lists.get_list(UNKNOWN)),
    Operation("PATCH", "/api/lists/{id}", ("lists:write",), lambda k: k.Lists.update_list(UNKNOWN, _named("list", UNKNOWN, name="Nobody's"))),
    Operation("DELETE", "/api/lists/{id}", ("lists:write",), lambda k: k.Lists.delete_list(UNKNOWN)),
    Operation("GET", "/api/lists/{id}/tags", ("lists:read", "tags:read"), lambda k: k.Lists.get_tags_for_list(UNKNOWN)),
    Operation("GET", "/api/lists/{id}/relationships/tags", ("lists:read", "tags:read"), lambda k: k.Lists.get_tag_ids_for_list(UNKNOWN)),
    Operation("GET", "/api/lists/{id}/profiles", ("lists:read", "profiles:read"), lambda k: k.Lists.get_profiles_for_list(UNKNOWN)),
    Operation("GET", "/api/lists/{id}/relationships/profiles", ("lists:read", "profiles:read"),
              lambda k: k.Lists.get_profile_ids_for_list(UNKNOWN)),
    Operation("POST", "/api/lists/{id}/relationships/profiles", ("lists:write", "profiles:write"),
              lambda k: k.Lists.add_profiles_to_list(UNKNOWN, _members)),
    Operation("DELETE", "/api/lists/{id}/relationships/profiles", ("lists:write", "profiles:write"),
              lambda k: k.Lists.remove_profiles_from_list(UNKNOWN, _members)),
    Operation("GET", "/api/lists/{id}/flow-triggers", ("flows:read", "lists:read"), lambda k: k.Lists.get_flows_triggered_by_list(UNKNOWN)),
    Operation("GET", "/api/lists/{id}/relationships/flow-triggers", ("flows:read", "lists:read"),
              lambda k: k.Lists.get_ids_for_flows_triggered_by_list(UNKNOWN)),
    # Metrics
    Operation("GET", "/api/metrics", ("metrics:read",), lambda k: k.Metrics.get_metrics()),
    Operation("GET", "/api/metrics/{id}", ("metrics:read",), lambda k: k.Metrics.get_metric(UNKNOWN)),
    Operation("GET", "/api/metrics/{id}/metric-properties", ("metrics:read",), lambda k: k.Metrics.get_properties_for_metric(UNKNOWN)),
    Operation("GET", "/api/metrics/{id}/relationships/metric-properties", ("metrics:read",),
              lambda k: k.Metrics.get_property_ids_for_metric(UNKNOWN)),
    Operation("GET", "/api/metrics/{id}/flow-triggers", ("flows:read", "metrics:read"),
              lambda k: k.Metrics.get_flows_triggered_by_metric(UNKNOWN)),
    Operation("GET", "/api/metrics/{id}/relationships/flow-triggers", ("flows:read", "metrics:read"),
              lambda k: k.Metrics.get_ids_for_flows_triggered_by_metric(UNKNOWN)),
    Operation("GET", "/api/metric-properties/{id}", ("metrics:read",), lambda k: k.Metrics.get_metric_property(UNKNOWN)),
    Operation("GET", "/api/metric-properties/{id}/metric", ("metrics:read",), lambda k: k.Metrics.get_metric_for_metric_property(UNKNOWN)),
    Operation("GET", "/api/metric-properties/{id}/relationships/metric", ("metrics:read",),
              lambda k: k.Metrics.get_metric_id_for_metric_property(UNKNOWN)),
    Operation("GET", "/api/mapped-metrics", ("metrics:read",), lambda k: k.Metrics.get_mapped_metrics()),
    Operation("GET", "/api/mapped-metrics/{id}", ("metrics:read",), lambda k: k.Metrics.get_mapped_metric("turnover")),
    Operation("PATCH", "/api/mapped-metrics/{id}", ("metrics:write",), lambda k: k.Metrics.update_mapped_metric("turnover", _mapping)),
    Operation("GET", "/api/mapped-metrics/{id}/metric", ("metrics:read",), lambda k: k.Metrics.get_metric_for_mapped_metric("turnover")),
    Operation("GET", "/api/mapped-metrics/{id}/relationships/metric", ("metrics:read",),
              lambda k: k.Metrics.get_metric_id_for_mapped_metric("turnover")),
    Operation("GET", "/api/mapped-metrics/{id}/custom-metric", ("metrics:read",),
              lambda k: k.Metrics.get_custom_metric_for_mapped_metric("turnover")),
    Operation("GET", "/api/mapped-metrics/{id}/relationships/custom-metric", ("metrics:read",),
              lambda k: k.Metrics.get_custom_metric_id_for_mapped_metric("turnover")),
    # Custom metrics
    Operation("GET", "/api/custom-metrics", ("metrics:read",), lambda k: k.Metrics.get_custom_metrics()),
    Operation("POST", "/api/custom-metrics", ("metrics:write",),
              lambda k: k.Metrics.create_custom_metric(_named("custom-metric", name="of nothing", definition=_orders))),
    Operation("GET", "/api/custom-metrics/{id}", ("metrics:read",), lambda k: k.Metrics.get_custom_metric(UNKNOWN)),
    Operation("PATCH", "/api/custom-metrics/{id}", ("metrics:write",),
              lambda k: k.Metrics.update_custom_metric(UNKNOWN, _named("custom-metric", UNKNOWN, name="of nothing"))),
    Operation("DELETE", "/api/custom-metrics/{id}", ("metrics:write",), lambda k: k.Metrics.delete_custom_metric(UNKNOWN)),
    Operation("GET", "/api/custom-metrics/{id}/metrics", ("metrics:read",), lambda k: k.Metrics.get_metrics_for_custom_metric(UNKNOWN)),
    Operation("GET", "/api/custom-metrics/{id}/relationships/metrics", ("metrics:read",),
              lambda k: k.Metrics.get_metric_ids_for_custom_metric(UNKNOWN)),
    Operation("POST", "/api/metric-aggregates", ("metrics:read",), lambda k: k.Metrics.query_metric_aggregates(_aggregate)),
    # Tags
    Operation("GET", "/api/tags", ("tags:read",), lambda k: k.Tags.get_tags()),
    Operation("POST", "/api/tags", ("tags:read", "tags:write"), lambda k: k.Tags.create_tag(_named("tag", name="nobody's"))),
    Operation("GET", "/api/tags/{id}", ("tags:read",), lambda k: k.Tags.get_tag(UNKNOWN)),
    Operation("PATCH", "/api/tags/{id}", ("tags:read", "tags:write"), lambda k: k.Tags.update_tag(UNKNOWN, _named("tag", UNKNOWN, name="x"))),
    Operation("DELETE", "/api/tags/{id}", ("tags:read", "tags:write"), lambda k: k.Tags.delete_tag(UNKNOWN)),
    Operation("GET", "/api/tags/{id}/tag-group", ("tags:read",), lambda k: k.Tags.get_tag_group_for_tag(UNKNOWN)),
    Operation("GET", "/api/tags/{id}/relationships/tag-group", ("tags:read",), lambda k: k.Tags.get_tag_group_id_for_tag(UNKNOWN)),
    Operation("GET", "/api/tags/{id}/relationships/lists", ("lists:read", "tags:read"), lambda k: k.Tags.get_list_ids_for_tag(UNKNOWN)),
    Operation("POST", "/api/tags/{id}/relationships/lists", ("lists:write", "tags:write"), lambda k: k.Tags.tag_lists(UNKNOWN, _tagged("list"))),
    Operation("DELETE", "/api/tags/{id}/relationships/lists", ("lists:write", "tags:write"),
              lambda k: k.Tags.remove_tag_from_lists(UNKNOWN, _tagged("list"))),
    Operation("GET", "/api/tags/{id}/relationships/segments", ("segments:read", "tags:read"), lambda k: k.Tags.get_segment_ids_for_tag(UNKNOWN)),
    Operation("POST", "/api/tags/{id}/relationships/segments", ("segments:write", "tags:write"),
              lambda k: k.Tags.tag_segments(UNKNOWN, _tagged("segment"))),
    Operation("DELETE", "/api/tags/{id}/relationships/segments", ("segments:write", "tags:write"),
              lambda k: k.Tags.remove_tag_from_segments(UNKNOWN, _tagged("segment"))),
    Operation("GET", "/api/tags/{id}/relationships/flows", ("flows:read", "tags:read"), lambda k: k.Tags.get_flow_ids_for_tag(UNKNOWN)),
    Operation("POST", "/api/tags/{id}/relationships/flows", ("flows:write", "tags:write"), lambda k: k.Tags.tag_flows(UNKNOWN, _tagged("flow"))),
    Operation("DELETE", "/api/tags/{id}/relationships/flows", ("flows:write", "tags:write"),
              lambda k: k.Tags.remove_tag_from_flows(UNKNOWN, _tagged("flow"))),
    Operation("GET", "/api/tags/{id}/relationships/campaigns", ("campaigns:read", "tags:read"),
              lambda k: k.Tags.get_campaign_ids_for_tag(UNKNOWN)),
    Operation("POST", "/api/tags/{id}/relationships/campaigns", ("campaigns:write", "tags:write"),
              lambda k: k.Tags.tag_campaigns(UNKNOWN, _tagged("campaign"))),
    Operation("DELETE", "/api/tags/{id}/relationships/campaigns", ("campaigns:write", "tags:write"),
              lambda k: k.Tags.remove_tag_from_campaigns(UNKNOWN, _tagged("campaign"))),
    Operation("GET", "/api/tag-groups", ("tags:read",), lambda k: k.Tags.get_tag_groups()),
    Operation("POST", "/api/tag-groups", ("tags:read", "tags:write"), lambda k: k.Tags.create_tag_group(_named("tag-group", name="nobody's"))),
    Operation("GET", "/api/tag-groups/{id}", ("tags:read",), lambda k: k.Tags.get_tag_group(UNKNOWN)),
    Operation("PATCH", "/api/tag-groups/{id}", ("tags:read", "tags:write"),
              lambda k: k.Tags.update_tag_group(UNKNOWN, _named("tag-group", UNKNOWN, name="x"))),
    Operation("DELETE", "/api/tag-groups/{id}", ("tags:read", "tags:write"), lambda k: k.Tags.delete_tag_group(UNKNOWN)),
    Operation("GET", "/api/tag-groups/{id}/tags", ("tags:read",), lambda k: k.Tags.get_tags_for_tag_group(UNKNOWN)),
    Operation("GET", "/api/tag-groups/{id}/relationships/tags", ("tags:read",), lambda k: k.Tags.get_tag_ids_for_tag_group(UNKNOWN)),
    # Segments
    Operation("GET", "/api/segments", ("segments:read",), lambda k: k.Segments.get_segments()),
    Operation("POST", "/api/segments", ("segments:write",), lambda k: k.Segments.create_segment(_segment)),
    Operation("GET", "/api/segments/{id}", ("segments:read",), lambda k: k.Segments.get_segment(UNKNOWN)),
    Operation("PATCH", "/api/segments/{id}", ("segments:write",), lambda k: k.Segments.update_segment(UNKNOWN, _named("segment", UNKNOWN, name="x"))),
    Operation("DELETE", "/api/segments/{id}", ("segments:write",), lambda k: k.Segments.delete_segment(UNKNOWN)),
    Operation("GET", "/api/segments/{id}/profiles", ("profiles:read", "segments:read"), lambda k: k.Segments.get_profiles_for_segment(UNKNOWN)),
    Operation("GET", "/api/segments/{id}/relationships/profiles", ("profiles:read", "segments:read"),
              lambda k: k.Segments.get_profile_ids_for_segment(UNKNOWN)),
    Operation("GET", "/api/segments/{id}/tags", ("segments:read", "tags:read"), lambda k: k.Segments.get_tags_for_segment(UNKNOWN)),
    Operation("GET", "/api/segments/{id}/relationships/tags", ("segments:read", "tags:read"), lambda k: k.Segments.get_tag_ids_for_segment(UNKNOWN)),
    Operation("GET", "/api/segments/{id}/flow-triggers", ("flows:read", "segments:read"),
              lambda k: k.Segments.get_flows_triggered_by_segment(UNKNOWN)),
    Operation("GET", "/api/segments/{id}/relationships/flow-triggers", ("flows:read", "segments:read"),
              lambda k: k.Segments.get_ids_for_flows_triggered_by_segment(UNKNOWN)),
    # Reporting
    Operation("POST", "/api/segment-values-reports", ("segments:read",), lambda k: k.Reporting.query_segment_values(_segment_values)),
    Operation("POST", "/api/segment-series-reports", ("segments:read",), lambda k: k.Reporting.query_segment_series(_segment_series)),
    # Data privacy
    Operation("POST", "/api/data-privacy-deletion-jobs", ("data-privacy:write",),
              lambda k: k.Data_Privacy.request_profile_deletion(documents.deletion(**NOBODY))),
]

SCOPES = sorted({scope for operation in OPERATIONS for scope in operation.scopes})

# There is nothing yet that these could be done to: flows and campaigns come later.
WITHOUT_SUCCESS_YET = {
    f"{method} /api/tags/{{id}}/relationships/{kind}" for method in ("POST", "DELETE") for kind in ("flows", "campaigns")
}


def matching(method, path):
    """The operation that a request is of, or None."""
    parts = path.split("/")
    for operation in OPERATIONS:
        pattern = operation.path.split("/")
        if operation.method == method and len(pattern) == len(parts) and all(p == q or p.startswith("{") for p, q in zip(pattern, parts)):
            return operation
    return None
