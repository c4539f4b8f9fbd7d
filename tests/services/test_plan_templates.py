"""The shipped year plans: complete, readable, and every slip in them is named."""

from __future__ import annotations

import pytest

from kitadesk.base.errors import UserError
from kitadesk.domain.consent import CONSENT_STEPS
from kitadesk.domain.entries import NAME_MOST
from kitadesk.domain.land import Land
from kitadesk.domain.plan_dates import plan_year
from kitadesk.domain.plan_rule_reading import parse_rule
from kitadesk.domain.plan_rules import words
from kitadesk.domain.plan_template import computed_days, is_known_in
from kitadesk.handouts.registry import all_papers
from kitadesk.services.plan_templates import hint_of, parse_plan, plan_template
from kitadesk.services.rules import land_rules

GOOD = '[[measure]]\nstep = "a"\ntitle = "A"\nrule = "15. März"\n'


@pytest.mark.parametrize("land", Land)
def test_every_land_has_a_plan_whose_dates_come_from_its_rules(land: Land) -> None:
    year = plan_year(2027, land_rules(land))
    known = [one for one in plan_template(land) if is_known_in(one, year)]
    undated = [one.step for one in known if computed_days(one.rule, year) is None]
    assert len(known) > 20
    assert undated == ([] if land is Land.SN else ["enrolment_ceremony"])


@pytest.mark.parametrize("land", [Land.SN, None])
def test_rules_stand_in_the_template_as_the_program_writes_them(land: Land | None) -> None:
    for one in plan_template(land):
        assert not one.rule or words(parse_rule(one.rule)) == one.rule
        assert max(map(len, (one.title, one.short_title, one.participants))) < NAME_MOST


@pytest.mark.parametrize("land", [Land.SN, Land.BY])
def test_the_matrix_gets_columns_with_short_heads_and_the_consents(land: Land) -> None:
    columns = [one for one in plan_template(land) if one.is_per_child]
    assert set(CONSENT_STEPS) <= {one.step for one in columns}
    assert all(len(one.short_title or one.title) <= 21 for one in columns)
    assert len(columns) <= 12


@pytest.mark.parametrize("land", [Land.SN, None])
def test_a_measure_names_only_papers_that_exist(land: Land | None) -> None:
    papers = {paper.id for paper in all_papers()}
    assert {one.paper_id for one in plan_template(land)} - {""} <= papers


def test_bavaria_has_its_screening_and_saxony_its_deadline_for_early_entry() -> None:
    found = {
        land: {
            one.step
            for one in plan_template(land)
            if is_known_in(one, plan_year(2027, land_rules(land)))
        }
        for land in (Land.BY, Land.SN, Land.NW)
    }
    assert {"language_certificate", "postponement_deadline"} <= found[Land.BY]
    assert "early_entry_deadline" in found[Land.SN]
    assert not {"language_test", "early_entry_deadline"} & found[Land.NW]


def test_a_step_says_what_is_to_do() -> None:
    assert "Geburtsurkunde" in hint_of(Land.SN, "registration")
    assert hint_of(Land.SN, "") == ""


@pytest.mark.parametrize(
    ("content", "field"),
    [
        ("measure = 1", "measure"),
        ("[[measure]", "TOML"),
        (GOOD + "[other]", "measure"),
        ('[[measure]]\nstep = "a"\ntitle = "A"\n', "a.rule"),
        (GOOD.replace("15. März", "irgendwann"), "a.rule/responsible"),
        (GOOD + 'responsible = "nobody"\n', "a.rule/responsible"),
        (GOOD + "per_child = 1\n", "a.per_child"),
        (GOOD + "text = 1\n", "a.text"),
        (GOOD + 'colour = "red"\n', "a.colour"),
        (GOOD + GOOD, "step"),
    ],
)
def test_a_slip_in_a_plan_file_is_named(content: str, field: str) -> None:
    with pytest.raises(UserError) as refused:
        parse_plan(content.encode(), "plan.toml")
    assert refused.value.params["field"] == field
