"""The API as /openapi.json describes it: schemathesis sends what the description allows and more, and the answers must be as described.

A fixed seed and few examples: this looks for crashes and broken promises, not for everything.
"""
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


def test_the_answers_are_as_described(new_server):
    server = new_server()
    command = [
        str(Path(sys.executable).parent / "schemathesis"), "run", f"{server.url}/openapi.json", "--url", server.url,
        "--header", f"Authorization: Klaviyo-API-Key {server.full_key}", "--header", "revision: 2026-10-15",
        "--checks", "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance",
        "--max-examples", "15", "--seed", "20250101", "--phases", "examples,coverage,fuzzing", "--request-timeout", "20",
        # Python 3.11 cannot parse in two threads at once (its issue 106905), which schemathesis does now and then.
        "--workers", "1",
        "--suppress-health-check", "all", "--warnings", "off", "--no-color",
    ]
    hooks = {**os.environ, "SCHEMATHESIS_HOOKS": "openapi_hooks", "PYTHONPATH": str(HERE)}
    done = subprocess.run(command, capture_output=True, text=True, timeout=900, env=hooks, cwd=HERE)
    assert done.returncode == 0, (done.stdout + done.stderr)[-12_000:]
    assert server.process.poll() is None, server.log()
