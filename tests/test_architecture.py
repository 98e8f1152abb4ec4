"""The house rules as tests; each failure says what to do."""

import ast
import statistics

import pytest

from tests.house import (
    PORTAL,
    ROOT,
    SOURCE,
    areas,
    functions_of,
    imported_modules,
    length_of,
    python_files,
    short,
    tree_of,
)

LONGEST_FILE = 400
LONGEST_VIEW = 25
FORBIDDEN_ROOMS = {"utils", "util", "helpers", "helper", "common", "core", "misc", "lib", "shared", "tools"}
FLOORS = ["models", "queries", "access", "actions", "forms", "views", "tasks", "admin", "urls"]
SAME_FLOOR = {"tasks": "views", "admin": "views"}
THAI = range(0x0E00, 0x0E80)


def floor(name):
    return FLOORS.index(SAME_FLOOR.get(name, name))


def test_no_file_is_longer_than_the_hard_stop():
    for path in python_files():
        lines = len(path.read_text("utf-8").splitlines())
        assert lines <= LONGEST_FILE, f"{short(path)} has {lines} lines: split it by what its parts are about"


def test_functions_stay_short():
    lengths = {
        f"{short(p)}:{f.name}": length_of(f) for p in python_files() if "test_" not in p.name for f in functions_of(p)
    }
    p90 = statistics.quantiles(lengths.values(), n=10)[-1]
    longest = sorted(lengths, key=lengths.get)[-5:]
    assert p90 <= 30, f"p90 of functions is {p90} lines: shorten {longest}"
    assert statistics.median(lengths.values()) <= 11, (
        "the median function has grown over 11 lines: split the longer ones"
    )


def test_no_room_has_a_name_that_says_nothing():
    for path in SOURCE.rglob("*"):
        assert path.stem not in FORBIDDEN_ROOMS, f"{short(path)}: name it for what it does"


def test_inside_an_area_imports_go_down():
    for area in areas():
        for path in area.glob("*.py"):
            if path.stem not in FLOORS:
                continue
            for module in imported_modules(path):
                package, _, name = module.rpartition(".")
                if package == f"prongsai.portal.{area.name}" and name in FLOORS:
                    assert floor(name) < floor(path.stem), (
                        f"{short(path)} imports {name}: {path.stem} stands below it; move what is needed down"
                    )


def test_another_areas_models_are_private():
    for area in areas():
        for path in python_files(area):
            for module in imported_modules(path):
                parts = module.split(".")
                foreign = parts[:2] == ["prongsai", "portal"] and parts[-1] == "models" and parts[2] != area.name
                assert not foreign, f"{short(path)} imports {module}: ask that area's queries instead"


def test_views_are_short_functions():
    for path in PORTAL.rglob("views.py"):
        classes = [node.name for node in ast.walk(tree_of(path)) if isinstance(node, ast.ClassDef)]
        assert not classes, f"{short(path)}: {classes} – write views as functions"
        for function in functions_of(path):
            assert length_of(function) <= LONGEST_VIEW, (
                f"{short(path)}:{function.name} is too long: find in queries, write in actions, lay out in templates"
            )


def test_actions_take_keywords_only():
    for path in PORTAL.rglob("actions.py"):
        for function in (node for node in tree_of(path).body if isinstance(node, ast.FunctionDef)):
            if not function.name.startswith("_"):
                positional = [argument.arg for argument in function.args.args]
                assert not positional, f"{short(path)}:{function.name} takes {positional}: put a * before them"


def test_writes_happen_in_actions_only():
    writers = {"create", "save", "delete", "update", "bulk_create", "bulk_update", "get_or_create", "update_or_create"}
    for path in PORTAL.rglob("*.py"):
        if path.stem in {"views", "queries", "access", "forms"}:
            for node in ast.walk(tree_of(path)):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in writers:
                    owner = ast.unparse(node.func.value)
                    assert not owner.endswith("objects"), f"{short(path)} writes {owner}: move it into actions.py"


def test_nothing_hides_in_signals_or_save():
    for path in python_files(PORTAL):
        assert "django.db.models.signals" not in set(imported_modules(path)), (
            f"{short(path)} uses signals: call the action that should happen"
        )
        if path.stem == "models":
            saves = [f.name for f in functions_of(path) if f.name in {"save", "delete"}]
            assert not saves, f"{short(path)} overrides {saves}: put it into an action"


def test_config_is_imported_by_nobody():
    for path in python_files():
        if PORTAL / "config" in path.parents or path.name.startswith("test_"):
            continue
        found = [module for module in imported_modules(path) if module.startswith("prongsai.portal.config")]
        allowed = path in {SOURCE / "commands" / name for name in ("portal.py", "safekeeping.py")}
        assert allowed or not found, f"{short(path)} imports {found}: settings come through django.conf"


@pytest.mark.parametrize("folder", ["rulebook", "thai"])
def test_the_reasoning_is_pure(folder):
    forbidden = {"random", "time", "socket", "os", "urllib", "requests", "subprocess"}
    for path in python_files(SOURCE / folder):
        if path.name.startswith("test_") or path.stem in {"loading", "dictionary"}:
            continue
        found = forbidden & {module.split(".")[0] for module in imported_modules(path)}
        assert not found, f"{short(path)} imports {sorted(found)}: take time, chance and files as arguments"
        calls = [n for n in ast.walk(tree_of(path)) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)]
        assert not [c for c in calls if c.func.id in {"float", "open", "round"}], (
            f"{short(path)} calls float, open or round: scores are decimals, files are loading's, rounding is rounding's"
        )


def test_code_in_the_rulebook_names_no_year():
    for path in python_files(SOURCE / "rulebook"):
        if path.name.startswith("test_"):
            continue
        years = [
            n.value for n in ast.walk(tree_of(path)) if isinstance(n, ast.Constant) and n.value in range(2560, 2600)
        ]
        assert not years, f"{short(path)} names {years}: what differs by year is data in instruments/"


def test_identifiers_are_english():
    for path in python_files():
        for function in functions_of(path):
            assert not any(ord(letter) in THAI for letter in function.name), f"{short(path)}:{function.name}"


def test_every_area_and_floor_is_on_the_map():
    described = (ROOT / "docs" / "map.md").read_text("utf-8")
    folders = [path for path in SOURCE.iterdir() if (path / "__init__.py").exists()] + areas()
    for folder in folders:
        name = str(folder.relative_to(ROOT / "src"))
        assert f"`{name}/`" in described, f"add a line on `{name}/` to docs/map.md"


def test_nothing_names_a_registry_or_this_machine():
    words = ["pypi." + "org", "python" + "hosted", "npmjs." + "org", "deb." + "debian", "/wo" + "rk/", "/ro" + "ot/"]
    endings = {".py", ".md", ".toml", ".yaml", ".yml", ".html", ".css", ".js", ".po", ""}
    for path in [
        *(p for p in ROOT.glob("*") if not p.name.startswith(".coverage")),
        *SOURCE.rglob("*"),
        *(ROOT / "docs").rglob("*"),
        *(ROOT / "tests").rglob("*"),
    ]:
        if path.is_file() and path.suffix in endings and path.name != "uv.lock" and "__pycache__" not in path.parts:
            text = path.read_text("utf-8", errors="ignore")
            found = [word for word in words if word in text]
            assert not found, f"{short(path)} names {found}: describe it without the host or path"
