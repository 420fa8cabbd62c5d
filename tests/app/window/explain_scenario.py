"""Every figure explains itself: pressed in a panel, it opens the tab with its rows, its rule and its source."""
from driver import check, equal, main


def the_total_says_where_it_comes_from(viewer):
    viewer.press_widget("figure.projects")
    told = viewer.wait_for(lambda p: p["explanation"], "the explanation")["explanation"]
    equal(told["value"], "422", "the total")
    check(any("324" in rule and "93" in rule for rule in told["rules"]), f"the funds' sum: {told['rules']}")
    check(any("222 + 102" in source for source in told["sources"]), f"the issue's own words: {told['sources']}")


def an_inferred_budget_says_so(viewer):
    viewer.press_unit("ML05")
    viewer.wait_for(lambda p: p["profile"], "the profile")
    viewer.press_widget("filter.fund.QIP")
    viewer.wait_for(lambda p: p["scene"]["filter"]["fund"] == ["QIP"], "QIP alone")
    viewer.press_widget("figure.budget")
    told = viewer.wait_for(lambda p: p["explanation"], "the explanation")["explanation"]
    equal(told["budget_usd"], 0, "no rows stand behind it")
    check(any("déduit" in rule for rule in told["rules"]), f"inferred: {told['rules']}")


def a_figure_that_is_not_published_says_which_crossing(viewer):
    viewer.press_unit("ML05")
    viewer.press_widget("filter.sector.Eau et assainissement")
    viewer.wait_for(lambda p: p["scene"]["filter"]["sector"], "the sector")
    viewer.press_widget("figure.projects")
    told = viewer.wait_for(lambda p: p["explanation"], "the explanation")["explanation"]
    equal(told["value"], "n.\u00a0d.", "the figure")
    check(any("secteur et par région" in rule for rule in told["rules"]), f"which crossing: {told['rules']}")


def an_explanation_follows_the_filter(viewer):
    viewer.press_widget("figure.projects")
    viewer.wait_for(lambda p: p["explanation"] and p["explanation"]["value"] == "422", "all funds")
    viewer.press_widget("filter.fund.TF")
    viewer.wait_for(lambda p: p["explanation"]["value"] == "93", "the trust fund")


main(the_total_says_where_it_comes_from, an_inferred_budget_says_so, a_figure_that_is_not_published_says_which_crossing,
     an_explanation_follows_the_filter)
