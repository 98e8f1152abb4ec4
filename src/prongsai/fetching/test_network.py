import ast

from tests.house import SOURCE, python_files, short, tree_of

from prongsai.fetching.network import PUBLIC, Network


def test_nothing_but_web_ports_of_public_addresses_is_open():
    assert PUBLIC.may_reach("8.8.8.8", 443)
    assert not PUBLIC.may_reach("8.8.8.8", 22)
    assert not PUBLIC.may_reach("127.0.0.1", 443)
    assert not PUBLIC.may_reach("www.municipality.go.th", 443)


def test_an_exemption_is_for_one_port_of_one_address():
    network = Network(exempt=frozenset({("127.0.0.1", 5000)}))
    assert network.may_reach("127.0.0.1", 5000)
    assert not network.may_reach("127.0.0.1", 443)
    assert not network.may_reach("8.8.8.8", 5000)
    assert not network.may_reach("10.0.0.1", 5000)


def test_no_code_outside_tests_makes_an_exemption():
    for path in python_files(SOURCE):
        is_test = path.name.startswith("test_") or path.name == "conftest.py"
        if is_test or "fetching.network" not in path.read_text("utf-8"):
            continue
        named = [
            node.lineno
            for node in ast.walk(tree_of(path))
            if isinstance(node, ast.keyword) and node.arg in {"exempt", "tls"}
        ]
        built = [
            node.lineno
            for node in ast.walk(tree_of(path))
            if isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id == "Network"
            and node.args
        ]
        assert not named + built, (
            f"{short(path)}:{named + built} opens the network: only tests may, for their own servers"
        )
