"""TLS is agreed on with the name in the URL, though the connection goes to a pinned address."""

import ssl
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from tests.web_site import HASTE, HOST, web_site

from prongsai.fetching.fetching import fetch_now
from prongsai.fetching.outcomes import Outcome

NAME = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HOST)])


def certificate(folder, days=1):
    """A certificate of the site, signed by itself, and its key, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(NAME, NAME, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=9))
        .not_valid_after(now + timedelta(days=days))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(HOST)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    path = folder / "site.pem"
    pem, plain = serialization.Encoding.PEM, serialization.NoEncryption()
    path.write_bytes(key.private_bytes(pem, serialization.PrivateFormat.PKCS8, plain) + made.public_bytes(pem))
    return path


@pytest.fixture
def secure(tmp_path):
    path = certificate(tmp_path)
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(path)
    with web_site(tls=server) as site:
        site.page("/", b"<html>")
        yield site, ssl.create_default_context(cafile=path)


def test_a_certificate_that_is_trusted_is_accepted(secure):
    site, trusting = secure
    assert fetch_now(site.url(), network=site.network(tls=trusting), politeness=HASTE).outcome is Outcome.OK


def test_a_certificate_of_an_unknown_issuer_is_not(secure):
    site, _ = secure
    assert fetch_now(site.url(), network=site.network(), politeness=HASTE).outcome is Outcome.BAD_CERTIFICATE
    assert not site.asked


def test_a_certificate_of_another_name_is_not(secure):
    site, trusting = secure
    found = fetch_now(site.url(host="www.other.example"), network=site.network(tls=trusting), politeness=HASTE)
    assert (found.outcome, site.asked) == (Outcome.BAD_CERTIFICATE, [])


def test_an_expired_certificate_is_not(tmp_path):
    path = certificate(tmp_path, days=-1)
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(path)
    with web_site(tls=server) as site:
        network = site.network(tls=ssl.create_default_context(cafile=path))
        assert fetch_now(site.url(), network=network, politeness=HASTE).outcome is Outcome.BAD_CERTIFICATE


def test_a_server_that_speaks_no_tls_is_named(site):
    site.page("/", b"<html>")
    secure_url = site.url().replace("http:", "https:")
    assert fetch_now(secure_url, network=site.network(), politeness=HASTE).outcome is Outcome.TLS_FAILED
