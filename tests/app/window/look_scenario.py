"""Measure, language, theme, layers, folding panels, help; and that an idle window draws nothing."""
import time

from driver import check, equal, main


def measure_changes_legend_and_classes(viewer):
    before = viewer.now
    viewer.press_widget("measure")
    viewer.press_widget("measure.projects-per-100k")
    after = viewer.wait_for(lambda p: p["scene"]["measure"] == "projects-per-100k", "the rate")
    check(after["legend"]["title"] != before["legend"]["title"], "the legend's title")
    kidal = next(z for z in after["coverage"] if z["code"] == "ML08")
    equal(kidal["class"], max(z["class"] for z in after["coverage"]), "Kidal has most projects per head")
    viewer.key("ctrl+z")
    viewer.wait_for(lambda p: p["scene"]["measure"] == "projects", "undo of the measure")


def a_raw_total_offers_the_rate(viewer):
    viewer.press_widget("measure.rate")
    viewer.wait_for(lambda p: p["scene"]["measure"] == "projects-per-100k", "the rate in one click")
    viewer.settle()
    check("measure.rate" not in viewer.now["widgets"], "a rate offers nothing")


def budget_that_is_not_published_offers_the_fund_that_is(viewer):
    viewer.press_widget("measure")
    viewer.press_widget("measure.budget")
    viewer.wait_for(lambda p: p["scene"]["measure"] == "budget" and "notice.fund-only" in p["widgets"], "the notice")
    check(all(zone["budget_usd"] is None for zone in viewer.now["coverage"]), "a budget that nobody published")
    viewer.press_widget("notice.fund-only")
    after = viewer.wait_for(lambda p: p["scene"]["filter"]["fund"] == ["QIP"], "QIP only")
    gao = next(z for z in after["coverage"] if "Gao" in z["name"])
    equal(gao["budget_usd"], 3094000, "the QIP budget of Gao / Ménaka")


def language_changes_every_word(viewer):
    equal(viewer.now["language"], "fr", "the first language")
    french = viewer.now
    viewer.press_widget("language.en")
    english = viewer.wait_for(lambda p: p["language"] == "en", "English")
    check(english["title"] != french["title"], "the title")
    check(english["legend"]["title"] != french["legend"]["title"], "the legend")
    equal(english["history"]["undo"], 0, "a language is no change of the scene")
    viewer.press_widget("language.fr")
    viewer.wait_for(lambda p: p["language"] == "fr" and p["title"] == french["title"], "French again")


def theme_and_layers(viewer):
    viewer.press_widget("theme")
    viewer.wait_for(lambda p: p["scene"]["theme"] == "dark", "the dark theme")
    viewer.press_widget("tab.map")
    viewer.press_widget("classes.fewer")
    viewer.wait_for(lambda p: p["scene"]["class_count"] == 4, "four classes")
    x, y = viewer.widget("classes.fewer")
    viewer.wheel(x, y, up=False, notches=40)
    markers = viewer.settle()["markers"]
    viewer.press_widget("layer.markers")
    viewer.wait_for(lambda p: not p["scene"]["layers"]["markers"] and p["markers"] < max(markers, 1), "no markers")


def panels_fold(viewer):
    wide = viewer.now["map"][2]
    viewer.key("F2")
    viewer.wait_for(lambda p: p["map"][2] > wide and "filter.fund.QIP" not in p["widgets"], "a wider map")
    viewer.press_widget("panel.filters")
    viewer.wait_for(lambda p: p["map"][2] == wide, "the panel again")
    viewer.press_widget("panel.details")
    viewer.wait_for(lambda p: p["map"][2] > wide, "without the right panel")


def f1_shows_the_keys(viewer):
    viewer.key("F1")
    viewer.wait_for(lambda p: p["panels"]["help"] and "help.close" in p["widgets"], "the keys")
    viewer.key("Escape")
    viewer.wait_for(lambda p: not p["panels"]["help"], "no keys")


def nothing_is_drawn_when_nothing_changes(viewer):
    frames = viewer.settle()["frames"]
    with open(f"/proc/{viewer.process.pid}/stat") as file:
        before = sum(map(int, file.read().rsplit(")", 1)[1].split()[11:13]))
    time.sleep(2)
    equal(viewer.now["frames"], frames, "frames of an idle window")
    with open(f"/proc/{viewer.process.pid}/stat") as file:
        after = sum(map(int, file.read().rsplit(")", 1)[1].split()[11:13]))
    check(after - before <= 2, f"{after - before} ticks of the processor in two idle seconds")


main(measure_changes_legend_and_classes, a_raw_total_offers_the_rate, budget_that_is_not_published_offers_the_fund_that_is,
     language_changes_every_word, theme_and_layers, panels_fold, f1_shows_the_keys, nothing_is_drawn_when_nothing_changes)
