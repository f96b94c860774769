"""An officer asks on the day of a step: who receives this, and who decides?"""

from datetime import date, timedelta

import pytest

from netra.adapters.lawbook_files import load_lawbook
from netra.domain.lawbook.authorities import AuthorityCode, AuthorityRow, Duty, KasnFile
from netra.domain.lawbook.book import authority_for
from netra.domain.lawbook.values import Status
from netra.domain.lawbook.vocabulary import ActorStatus, ContestKind, PoliticalRole, Track

LAW = load_lawbook()
NOW = date(2024, 10, 1)


@pytest.mark.parametrize(
    ("day", "kasn_file", "authority"),
    [
        (date(2023, 10, 3), KasnFile.NONE, AuthorityCode.KASN),
        (date(2024, 8, 23), KasnFile.NONE, AuthorityCode.KASN),
        (date(2024, 8, 24), KasnFile.NONE, AuthorityCode.UNDETERMINED),
        (date(2024, 9, 3), KasnFile.NONE, AuthorityCode.UNDETERMINED),
        (date(2024, 9, 4), KasnFile.NONE, AuthorityCode.BKN),
        (date(2024, 9, 4), KasnFile.PROCESSED, AuthorityCode.MENPANRB),
        (date(2024, 9, 4), KasnFile.UNPROCESSED, AuthorityCode.BKN),
        (date(2024, 9, 3), KasnFile.PROCESSED, AuthorityCode.UNDETERMINED),
        (date(2024, 8, 1), KasnFile.PROCESSED, AuthorityCode.KASN),
        (date(2026, 11, 21), KasnFile.NONE, AuthorityCode.BKN),
        # Nobody knows of the body that MK 121 demands: its row stays switched off.
        (date(2027, 10, 17), KasnFile.NONE, AuthorityCode.BKN),
    ],
)
def test_neutrality_of_asn_moves_from_kasn_to_bkn(
    day: date, kasn_file: KasnFile, authority: AuthorityCode
) -> None:
    for subject in (ActorStatus.PNS, ActorStatus.PPPK, ActorStatus.CPNS):
        row = authority_for(
            LAW, track=Track.HUKUM_LAINNYA, subject=subject, on=day, kasn_file=kasn_file
        )
        assert row.authority is authority


def test_no_day_since_2014_is_without_a_row() -> None:
    day = date(2014, 1, 1)
    while day < date(2030, 1, 1):
        row = authority_for(LAW, track=Track.HUKUM_LAINNYA, subject=ActorStatus.PNS, on=day)
        assert row.dasar_hukum, day
        day += timedelta(days=7)


@pytest.mark.parametrize(
    ("track", "subject", "authority"),
    [
        (Track.HUKUM_LAINNYA, ActorStatus.HONORER, AuthorityCode.PPK),
        (Track.KONTRAK, ActorStatus.HONORER, AuthorityCode.PPK),
        (Track.KONTRAK, ActorStatus.PPPK, AuthorityCode.PPK),
        (Track.DESA, ActorStatus.KEPALA_DESA, AuthorityCode.BUPATI_WALIKOTA),
        (Track.DESA, ActorStatus.PERANGKAT_DESA, AuthorityCode.BUPATI_WALIKOTA),
        (Track.DESA, ActorStatus.BPD, AuthorityCode.BUPATI_WALIKOTA),
        (Track.HUKUM_LAINNYA, ActorStatus.KEPALA_DESA, AuthorityCode.BUPATI_WALIKOTA),
        (Track.HUKUM_LAINNYA, ActorStatus.TNI, AuthorityCode.INTERNAL_TNI_POLRI),
        (Track.HUKUM_LAINNYA, ActorStatus.POLRI, AuthorityCode.INTERNAL_TNI_POLRI),
        (Track.HUKUM_LAINNYA, ActorStatus.PEJABAT_DAERAH, AuthorityCode.UNDETERMINED),
        (Track.DISIPLIN_INTERNAL, ActorStatus.PNS, AuthorityCode.PPK),
    ],
)
def test_people_who_are_not_asn_never_go_to_bkn(
    track: Track, subject: ActorStatus, authority: AuthorityCode
) -> None:
    row = authority_for(LAW, track=track, subject=subject, on=NOW, contest=ContestKind.PILKADA)

    assert row.authority is authority


@pytest.mark.parametrize("subject", list(ActorStatus))
def test_a_crime_goes_to_gakkumdu_whoever_did_it(subject: ActorStatus) -> None:
    for contest in (ContestKind.PILKADA, ContestKind.PEMILU):
        row = authority_for(LAW, track=Track.PIDANA, subject=subject, on=NOW, contest=contest)
        assert row.authority is AuthorityCode.GAKKUMDU


def test_outside_any_contest_there_is_no_gakkumdu() -> None:
    row = authority_for(LAW, track=Track.PIDANA, subject=ActorStatus.PNS, on=NOW)

    assert row.authority is AuthorityCode.UNDETERMINED
    assert row.source.status is Status.UNVERIFIED


def test_a_pj_does_not_decide_his_own_case() -> None:
    decides = {
        role: authority_for(
            LAW,
            track=Track.HUKUM_LAINNYA,
            subject=ActorStatus.PNS,
            role=role,
            on=NOW,
            duty=Duty.DECIDES,
        )
        for role in (None, PoliticalRole.PJ_KEPALA_DAERAH, PoliticalRole.SEKDA)
    }

    assert decides[None].authority is AuthorityCode.PPK
    assert decides[PoliticalRole.PJ_KEPALA_DAERAH].authority is AuthorityCode.KEMENDAGRI
    assert decides[PoliticalRole.SEKDA].authority is AuthorityCode.UNDETERMINED
    assert set(decides[PoliticalRole.SEKDA].candidates) == {
        AuthorityCode.GUBERNUR,
        AuthorityCode.KEMENDAGRI,
    }


def test_the_body_of_mk_121_is_known_but_switched_off() -> None:
    (row,) = [one for one in LAW.authorities if one.code == "lembaga-mandiri-mk-121"]

    assert not row.enabled
    assert "2027" in row.name


def test_the_satgas_verifies_and_bkn_monitors() -> None:
    duties = {
        duty: authority_for(
            LAW, track=Track.HUKUM_LAINNYA, subject=ActorStatus.PNS, on=NOW, duty=duty
        ).authority
        for duty in Duty
    }

    assert duties == {
        Duty.RECEIVES: AuthorityCode.BKN,
        Duty.VERIFIES: AuthorityCode.SATGAS,
        Duty.DECIDES: AuthorityCode.PPK,
        Duty.MONITORS: AuthorityCode.BKN,
    }


def test_a_letter_names_only_grounds_in_force_on_its_day() -> None:
    named = {
        day: [one.regulation for one in asked(day).dasar_hukum]
        for day in (date(2023, 2, 1), date(2024, 1, 30), date(2024, 9, 4))
    }
    assert "uu-5-2014" in named[date(2023, 2, 1)]
    assert "uu-20-2023" not in named[date(2023, 2, 1)]
    assert "uu-20-2023" in named[date(2024, 1, 30)]
    assert "uu-5-2014" not in named[date(2024, 1, 30)]
    assert all(named.values())


def asked(day: date) -> AuthorityRow:
    return authority_for(LAW, track=Track.HUKUM_LAINNYA, subject=ActorStatus.PNS, on=day)
