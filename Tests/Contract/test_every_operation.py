"""Who may call what: no key and a wrong key end in 401, a key without the scope in 403, an unknown id in 404. For every operation."""
import pytest

from conftest import refused, sdk_for
from operations import OPERATIONS

every_operation = pytest.mark.parametrize("operation", OPERATIONS, ids=str)


@every_operation
def test_a_wrong_key_is_refused(operation, server):
    with refused(401):
        operation.call(sdk_for(server, "pk_not_a_key"))


@every_operation
def test_a_key_without_the_scope_is_refused(operation, server):
    for scope in operation.scopes:
        with refused(403, code="permission_denied"):
            operation.call(sdk_for(server, server.keys_without[scope]))


@pytest.mark.parametrize("operation", [operation for operation in OPERATIONS if operation.names_something], ids=str)
def test_an_unknown_id_is_not_found(operation, klaviyo):
    with refused(404, code="not_found"):
        operation.call(klaviyo)
