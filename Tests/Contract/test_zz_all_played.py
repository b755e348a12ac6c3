"""The last word: every operation was played through the SDK, with success and with failure."""
import pytest

import conftest
from operations import OPERATIONS, WITHOUT_SUCCESS_YET


def test_every_operation_was_played(request):
    chosen = {item.path.name for item in request.session.items}
    if request.config.option.keyword or len(chosen) < 8:
        pytest.skip("only a part of the suite was chosen")
    succeeded = {operation for operation, status in conftest.PLAYED if status < 300}
    failed = {operation for operation, status in conftest.PLAYED if 400 <= status < 500}
    every = {str(operation) for operation in OPERATIONS}
    assert every - failed == set()
    assert every - succeeded - WITHOUT_SUCCESS_YET == set()
