from ipaddress import ip_address

import pytest

from prongsai.fetching.addresses import is_public


@pytest.mark.parametrize(
    "address",
    [
        *("0.0.0.1", "10.1.2.3", "100.64.0.1", "100.100.100.200", "127.0.0.1", "127.255.255.254", "169.254.169.254"),
        *("172.16.0.1", "172.31.255.255", "192.0.0.192", "192.168.0.1", "198.18.0.1", "203.0.113.9", "224.0.0.1"),
        *("240.0.0.1", "255.255.255.255", "168.63.129.16", "192.88.99.1"),
        *("::", "::1", "::ffff:8.8.8.8", "::ffff:127.0.0.1", "::7f00:1", "fe80::1", "fe80::1%eth0", "fc00::1"),
        *("fd00:ec2::254", "fd20:ce::254", "ff02::1", "2001::1", "2001:db8::1", "2002:7f00:1::", "3fff::1"),
        *("64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "5f00::1", "100::1", "2606:4700::1111%eth0"),
    ],
)
def test_an_address_of_an_inner_network_is_closed(address):
    assert not is_public(ip_address(address))


@pytest.mark.parametrize(
    "address",
    ["8.8.8.8", "172.32.0.1", "192.169.0.1", "203.150.1.1", "2606:4700::1111", "2001:fb1::1", "64:ff9b::808:808"],
)
def test_an_address_of_the_internet_is_open(address):
    assert is_public(ip_address(address))
