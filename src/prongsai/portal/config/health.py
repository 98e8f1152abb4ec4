"""What a watchman asks: does the process live, is it ready to answer."""

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


@never_cache
@require_safe
def say_alive(_request: HttpRequest) -> HttpResponse:
    """Answer as long as the process runs."""
    return HttpResponse("ok\n", content_type="text/plain; charset=utf-8")


@never_cache
@require_safe
def say_ready(_request: HttpRequest) -> JsonResponse:
    """Answer 200 when the database is there and migrated, else 503 with what is not."""
    checks = check_database()
    return JsonResponse(checks, status=200 if set(checks.values()) == {"ok"} else 503)


def check_database() -> dict[str, str]:
    """`ok` or what is wrong, for the database and its migrations."""
    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return {"database": "unreachable", "migrations": "unknown"}
    return {"database": "ok", "migrations": f"{len(waiting)} waiting" if waiting else "ok"}
