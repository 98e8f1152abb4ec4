"""Checks of the database: whole, of this version, its journal unbroken, its daily duties done."""

from collections.abc import Iterator
from datetime import timedelta

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from prongsai.portal.clock.queries import last_done
from prongsai.portal.journal.queries import verify_chain
from prongsai.portal.safekeeping.finding import Finding, State, fault, fine, warning

SILENT_FOR = timedelta(days=2)


def check_database() -> Iterator[Finding]:
    """Each finding; after the first fault nothing more is asked, for it would fail for the same reason."""
    for check in (_check_whole, _check_migrations, _check_journal, _check_clock):
        try:
            finding = check()
        except DatabaseError as problem:
            finding = fault(f"ฐานข้อมูลตอบไม่ได้: {problem}", f"the database does not answer: {problem}")
        yield finding
        if finding.state is State.FAULT:
            return


def _check_whole() -> Finding:
    connection.ensure_connection()
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            told = cursor.execute("PRAGMA quick_check(1)").fetchone()[0]
        if told != "ok":
            return fault(
                f"แฟ้มฐานข้อมูลเสียหาย ({told}) ให้นำแฟ้มสำรองกลับมาด้วย prongsai restore",
                f"the database is damaged ({told}); bring a backup back with prongsai restore",
            )
    name = f"{connection.display_name} {'.'.join(map(str, connection.get_database_version()))}"
    return fine(f"ฐานข้อมูล {name} ใช้ได้", f"the database is whole ({name})")


def _check_migrations() -> Finding:
    executor = MigrationExecutor(connection)
    if waiting := len(executor.migration_plan(executor.loader.graph.leaf_nodes())):
        return fault(
            f"โครงฐานข้อมูลค้างปรับ {waiting} ขั้น prongsai serve จะปรับให้เมื่อเปิด",
            f"{waiting} migrations wait; prongsai serve does them when it starts",
        )
    return fine("โครงฐานข้อมูลเป็นรุ่นปัจจุบัน", "the database's tables are of this version")


def _check_journal() -> Finding:
    report = verify_chain()
    if report.is_whole:
        many = f"{report.lines:,}"
        return fine(f"บันทึกการใช้งาน {many} บรรทัดต่อกันครบ", f"the journal's {many} lines follow each other")
    return fault(
        f"บันทึกการใช้งานถูกแก้ที่บรรทัด {report.broken_at} ให้เทียบกับแฟ้มสำรอง",
        f"the journal was changed at line {report.broken_at}; compare it with a backup",
    )


def _check_clock() -> Finding:
    done = last_done()
    if done is not None and timezone.now() - done <= SILENT_FOR:
        return fine("งานประจำวันทำอยู่", "daily duties are being done")
    since = "" if done is None else f" ({timezone.localtime(done):%Y-%m-%d %H:%M})"
    return warning(
        f"งานประจำวันไม่ได้ทำมานาน{since} ให้เปิด prongsai serve ไว้ หรือตั้งเวลาสั่ง prongsai daily",
        f"daily duties were not done lately{since}; keep serve running, or let a timer run prongsai daily",
    )
