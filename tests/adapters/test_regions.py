"""Regions, as the wizard offers them."""

from lokal import wilayah

from netra.adapters.regions import LokalRegions
from netra.domain.regions import enclosing

REGIONS = LokalRegions()


def test_thirty_eight_provinces() -> None:
    assert len(REGIONS.children()) == 38
    assert REGIONS.children()[0].name == "Aceh"


def test_every_region_is_the_one_the_package_itself_names() -> None:
    for province in REGIONS.children():
        for regency in REGIONS.children(province.code):
            named = wilayah.get_wilayah(regency.code)
            assert named is not None
            assert (regency.name, regency.path) == (named.name, named.path)


def test_a_region_knows_those_around_it() -> None:
    region = REGIONS.get("64.71.01")
    assert region is not None
    assert region.path == "Balikpapan Timur, Kota Balikpapan, Kalimantan Timur"
    assert region.province == "64"
    assert enclosing("64.71.01") == ("64.71.01", "64.71", "64")


def test_a_code_in_another_spelling_is_no_region() -> None:
    for code in ("", "6471", "64.71.01.1001", "99", "64.", "٦٤", "64.71\n"):
        assert REGIONS.get(code) is None


def test_below_a_kecamatan_there_is_nothing_to_choose() -> None:
    assert REGIONS.children("64.71.01") == ()
    assert REGIONS.children("tidak ada") == ()
