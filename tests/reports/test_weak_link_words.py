"""Sentences about weak links claim no more than the intervals hold."""

from dataclasses import replace

from matplotlib.figure import Figure

from supplychain_app.reports import figures, style
from supplychain_app.reports.weak_link_words import basis, contenders, days_lost_finding, headline, link_name
from tests.reports import samples


def test_links_whose_intervals_overlap_are_not_ranked() -> None:
    first, second, third = (samples.link(name, days) for name, days in (("S8", 100), ("S2", 98), ("S6", 10)))
    first, second = replace(first, interval=(0.4, 0.6)), replace(second, interval=(0.35, 0.45))
    third = replace(third, interval=(0.0, 0.1))
    found = samples.links("stage", (first, second, third))
    assert contenders([first, second, third]) == [first, second]
    assert headline(found) == "Customs and Production cost most; which leads is not certain."
    assert "198 of 208 days lost; which of them leads is not certain" in days_lost_finding(found)
    certain = samples.links("stage", (first, replace(second, interval=(0.2, 0.3)), third))
    assert headline(certain).startswith("Customs costs most: 100 of 208")


def test_no_stage_is_blamed_where_most_days_are_not_explained() -> None:
    found = samples.links("stage", (samples.link("S2", 66),), unexplained=1069)
    assert "cannot be laid to a stage" in headline(found)


def test_days_that_fall_on_no_link_are_told_in_the_words_of_the_link() -> None:
    by_stage, by_carrier = (samples.links(by, (samples.link("S2", 66),), unexplained=30) for by in ("stage", "carrier"))
    assert "no stage explains" in basis(by_stage)
    assert "other stages lost them, or the carrier is not known" in basis(by_carrier)
    assert basis(samples.links("stage", (samples.link("S2", 66),))).count("no stage explains") == 0


def test_parties_speak_as_we_do() -> None:
    assert "our own" in headline(samples.links("party", (samples.link("us", 90),)))


def test_a_name_of_three_hundred_letters_leaves_room_for_the_sentence() -> None:
    found = samples.links("supplier", (samples.link("X" * 300, 90), samples.link("Y" * 300, 10)))
    assert len(headline(found)) < 200


def test_modes_are_written_as_words() -> None:
    assert [link_name(samples.link(mode, 1), "mode") for mode in ("ocean", "", "Barge")] == [
        "Ocean",
        "not known",
        "Barge",
    ]


def test_the_axis_of_the_variation_has_its_shares() -> None:
    axes = Figure().add_subplot()
    figures.draw_variation(axes, samples.STAGES, style.light())
    told = axes.xaxis.get_major_formatter()
    assert len(axes.get_xticks()) > 2
    assert told(0.25).replace("\u00a0", " ") == "25 %"
