"""What the surroundings say: environment variables, the folder that keeps the portal's state, its secret."""

import os
import secrets
import sqlite3
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

SETTINGS_MODULE = "prongsai.portal.config.settings"
CLOCK = "PRONGSAI_CLOCK"
"""Whether worker processes also do what is due by the clock; `serve` sets it, 0 keeps it off."""

COUNTS = "PROMETHEUS_MULTIPROC_DIR"
"""Where prometheus_client looks, before it is imported, for the folder that worker processes share."""

UNDER_TEST = "pytest" in sys.modules
"""True only inside the test process itself, not in a server that a test starts."""

SHORTEST_TOKEN = 16
TRUE_WORDS = {"1", "true", "yes", "on"}
SQLITE_INIT = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;"
OLDEST_SQLITE = (3, 35, 0)
"""The first one that gives back what a statement wrote (RETURNING)."""

A_MINUTE = 60
"""Seconds that a connection to the database is used again."""

PREPARED_FROM = "5"
"""The time from which the database keeps the plan of the same statement in a connection."""

MOST_CACHED = 10_000
CACHE_TABLE = "prongsai_cache"
"""Made by a migration of `people`, so that a migrated database has it."""

CONSOLE_GATEWAY = "prongsai.portal.surveys.texting.gateways.ConsoleGateway"
LOCAL_NAMES = "localhost,127.0.0.1,[::1]"


class EnvironmentVariableError(ValueError):
    """A variable that cannot be used; says which, what was found and what to write instead."""


class DatabaseTooOldError(RuntimeError):
    """The database's program cannot do what the portal asks of it; says which was found and what to do instead."""


def point_to_settings() -> None:
    """Name the settings module unless somebody already did."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS_MODULE)


def is_on(name: str) -> bool:
    """Whether a switch is set to 1, true, yes or on."""
    return os.environ.get(name, "").strip().lower() in TRUE_WORDS


def allowed_hosts() -> list[str]:
    """Host names under which the portal answers."""
    names = os.environ.get("PRONGSAI_ALLOWED_HOSTS", "") or LOCAL_NAMES
    return [name.strip() for name in names.split(",") if name.strip()]


def state_folder() -> Path:
    """Where database, secret and collected files are kept: `PRONGSAI_HOME`, else `var` here."""
    if UNDER_TEST:
        return Path(tempfile.gettempdir()) / f"prongsai-test-{os.getpid()}"
    return Path(os.environ.get("PRONGSAI_HOME") or Path.cwd() / "var").absolute()


def secret_key() -> str:
    """The key from the environment, else from the secret file, which the first start writes."""
    given = os.environ.get("PRONGSAI_SECRET_KEY", "")
    if given or UNDER_TEST:
        return given or secrets.token_urlsafe(50)
    file = state_folder() / "secret"
    if not file.exists():
        _write_secret(file)
    return file.read_text("ascii").strip()


def database() -> dict[str, Any]:
    """Django's database setting from `PRONGSAI_DATABASE_URL`, or SQLite in the state folder.

    As elsewhere, `sqlite:///name` is relative and `sqlite:////folder/name` is absolute.
    """
    url = os.environ.get("PRONGSAI_TEST_DATABASE_URL" if UNDER_TEST else "PRONGSAI_DATABASE_URL", "")
    scheme = urlsplit(url).scheme
    if scheme in {"postgres", "postgresql"}:
        return _postgres(url)
    if scheme == "sqlite":
        return _sqlite(Path(unquote(urlsplit(url).path)[1:]))
    if url:
        raise EnvironmentVariableError(
            f"PRONGSAI_DATABASE_URL: found {scheme or 'no scheme'}; write sqlite:////folder/file or postgresql://user@host/name"
        )
    return _sqlite(state_folder() / "prongsai.sqlite3")


def cache() -> dict[str, Any]:
    """Django's cache: counts of attempts and used codes, which all worker processes must share.

    In the database, where a lock that allauth takes there is taken once; a file cache let some attempts slip between.
    """
    if UNDER_TEST:
        return {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    return {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": CACHE_TABLE,
        "OPTIONS": {"MAX_ENTRIES": MOST_CACHED},
    }


def proxies() -> int:
    """How many proxies of one's own stand before the portal: `PRONGSAI_PROXIES`, 0 if none.

    That many addresses are believed from the end of X-Forwarded-For; what stands before them anybody can write.
    """
    found = os.environ.get("PRONGSAI_PROXIES", "").strip() or "0"
    if not (found.isascii() and found.isdecimal()):
        raise EnvironmentVariableError(f"PRONGSAI_PROXIES: found {found}; write how many proxies there are, such as 1")
    return int(found)


def share_counts() -> None:
    """Let all worker processes count in one folder, so that whichever is asked for metrics can tell of all.

    Where nothing can be written, each counts for itself.
    """
    if UNDER_TEST:
        return
    folder = state_folder() / "metrics"
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        os.environ.setdefault(COUNTS, str(folder))


def forget_counts() -> None:
    """Begin to count anew: what stands in the folder is of processes that are gone."""
    folder = os.environ.get(COUNTS)
    for file in Path(folder).glob("*.db") if folder else ():
        file.unlink(missing_ok=True)


def metrics_token() -> str:
    """What a program must name to read the metrics: `PRONGSAI_METRICS_TOKEN`; empty where only this machine may."""
    token = os.environ.get("PRONGSAI_METRICS_TOKEN", "").strip()
    if token and len(token) < SHORTEST_TOKEN:
        raise EnvironmentVariableError(
            f"PRONGSAI_METRICS_TOKEN: found {len(token)} letters; write at least {SHORTEST_TOKEN}, drawn at random"
        )
    return token


def mail() -> tuple[str, str, int, str, str, bool]:
    """Django's e-mail settings from `PRONGSAI_MAIL_URL`; without one e-mails are printed, not sent."""
    parts = urlsplit(os.environ.get("PRONGSAI_MAIL_URL", ""))
    if not parts.scheme:
        return "django.core.mail.backends.console.EmailBackend", "", 0, "", "", False
    if parts.scheme not in {"smtp", "smtps"}:
        raise EnvironmentVariableError(
            f"PRONGSAI_MAIL_URL: found {parts.scheme}; write smtps://user:password@host:587 or smtp://host:25"
        )
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    backend = "prongsai.portal.config.mailing.CountedBackend"
    return backend, parts.hostname or "localhost", parts.port or 25, user, password, parts.scheme == "smtps"


def address() -> str:
    """Where the portal is reached from outside: `PRONGSAI_ADDRESS`, such as https://ita.example; empty if not told.

    The clock needs it for the links in e-mails.
    """
    found = os.environ.get("PRONGSAI_ADDRESS", "").strip().rstrip("/")
    if found and urlsplit(found).scheme not in {"http", "https"}:
        raise EnvironmentVariableError(
            f"PRONGSAI_ADDRESS: found {found}; write it with its scheme: https://ita.example"
        )
    return found


def sms_gateway() -> str:
    """The class that sends text messages, by its dotted path: `PRONGSAI_SMS_GATEWAY`; without one they are printed."""
    return os.environ.get("PRONGSAI_SMS_GATEWAY", "").strip() or CONSOLE_GATEWAY


def mail_sender() -> str:
    """Whom the portal's e-mails come from: `PRONGSAI_MAIL_FROM`."""
    return os.environ.get("PRONGSAI_MAIL_FROM", "") or "prongsai@localhost"


def fetch_contact() -> str:
    """Where owners of web sites reach those who run the portal: `PRONGSAI_CONTACT`, a page or mail address."""
    found = os.environ.get("PRONGSAI_CONTACT", "").strip() or mail_sender()
    if not (found.isascii() and found.isprintable()):
        raise EnvironmentVariableError("PRONGSAI_CONTACT: write a web or mail address in ASCII letters")
    return found


def _sqlite(file: Path) -> dict[str, Any]:
    _refuse_old_sqlite()
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": file,
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": SQLITE_INIT},
        "CONN_MAX_AGE": A_MINUTE,  # whoever closes the last one writes the log into the file, which takes its time
        "TEST": {"NAME": f"{state_folder()}.sqlite3"},
    }


def _refuse_old_sqlite() -> None:
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise DatabaseTooOldError(
            f"found SQLite {sqlite3.sqlite_version} in this Python ({sys.executable}), the portal needs 3.35 or newer: "
            "run it with a Python that has a newer one, or let PRONGSAI_DATABASE_URL name a PostgreSQL database"
        )


def _postgres(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "OPTIONS": _postgres_options(dict(parse_qsl(parts.query))),
        "CONN_MAX_AGE": A_MINUTE,
        "CONN_HEALTH_CHECKS": True,
    }


def _postgres_options(given: dict[str, str]) -> dict[str, Any]:
    """What stands behind the address; statements that come with every answer are planned once (see `rounds.asking`).

    A pooler that hands connections on between transactions must know prepared statements (PgBouncer does from 1.21);
    for another one write `?prepare_threshold=off`.
    """
    threshold = given.pop("prepare_threshold", "") or PREPARED_FROM
    if threshold == "off":
        return given | {"prepare_threshold": None}
    if not threshold.isdecimal():
        raise EnvironmentVariableError(
            f"PRONGSAI_DATABASE_URL: found prepare_threshold={threshold}; write off, or a number like {PREPARED_FROM}"
        )
    return given | {"prepare_threshold": int(threshold)}


def _write_secret(file: Path) -> None:
    """Write the whole secret under another name first, so that two first starts cannot read half of one."""
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_name(f"secret.{secrets.token_hex(8)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as opened:
        opened.write(secrets.token_urlsafe(50))
    try:
        os.link(draft, file)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
