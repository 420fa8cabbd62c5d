"""Every figure explains itself: pressed in a panel, it opens the tab with its rows, its rule and its source."""
from driver import check, equal, main
from dropping import drop_file


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


def the_line_at_the_foot_explains_the_total(viewer):
    viewer.press_widget("figure.status.total")
    viewer.wait_for(lambda p: p["explanation"] and p["explanation"]["value"] == "422", "the total")


def a_class_of_the_legend_tells_its_units(viewer):
    viewer.wait_for(lambda p: p["legend"]["entries"], "the legend")
    entry = next(e for e in viewer.now["legend"]["entries"] if e["hatched"])
    place = viewer.now["legend"]["entries"].index(entry)
    viewer.press_widget(f"legend.entry.{place}")
    told = viewer.wait_for(lambda p: p["explanation"] and "4" in p["explanation"]["value"], "the class")["explanation"]
    check({"Kayes", "Koulikoro", "Sikasso", "Ségou"} <= set(told["parts"]), f"its units: {told['parts']}")


def an_index_and_a_rank_explain_themselves(viewer):
    viewer.press_widget("filter.fund.QIP")
    viewer.key("ctrl+4")
    viewer.wait_for(lambda p: p["total"]["projects"] == 324 and p["gaps"].get("gini"), "the gaps of QIP")
    viewer.press_widget("gaps.gini")
    told = viewer.wait_for(lambda p: p["explanation"], "the explanation")["explanation"]
    equal(told["value"], "0,437", "Gini")
    check(any("5" in rule and "4" in rule for rule in told["rules"]), f"its universe: {told['rules']}")
    check("Mopti" in told["parts"], f"its units: {told['parts']}")
    viewer.key("ctrl+4")
    viewer.press_widget("figure.gaps.ML05")
    told = viewer.wait_for(lambda p: p["explanation"]["value"] == "Rang 1", "the rank")["explanation"]
    check(any("Mopti" in rule for rule in told["rules"]), f"its sentence: {told['rules']}")
    # It follows what is asked: by another order of the list, or none.
    viewer.press_widget("filter.fund.TF")
    viewer.wait_for(lambda p: p["explanation"]["title"].endswith("Mopti") and p["total"]["projects"] == 417, "both funds")


def what_is_far_explains_itself(viewer):
    """Beside the indices: which part of each unit, which towns."""
    drop_file(viewer, "liste.csv", "titre;région;secteur;latitude;longitude\nPuits;Mopti;Eau;14,49;-4,2\nForage;Gao;Eau;16,27;-0,04\n")
    viewer.wait_for(lambda p: p["total"]["projects"] == 2, "the list")
    viewer.key("ctrl+4")
    viewer.wait_for(lambda p: p["gaps"].get("gini"), "the gaps")
    viewer.wait_for(lambda p: p["jobs"] == 0, "the distances")
    viewer.scroll_to("gaps.far", *viewer.widget("gaps.gini"))
    viewer.press_widget("gaps.far")
    told = viewer.wait_for(lambda p: p["explanation"] and "25" in p["explanation"]["title"], "the explanation")["explanation"]
    check("%" in told["value"], told["value"])
    check({"Kayes", "Kidal", "Mopti"} <= set(told["parts"]), f"units and towns: {told['parts']}")
    equal(told["projects"], 2, "projects that were measured to")


main(the_total_says_where_it_comes_from, an_inferred_budget_says_so, a_figure_that_is_not_published_says_which_crossing,
     an_explanation_follows_the_filter, the_line_at_the_foot_explains_the_total, a_class_of_the_legend_tells_its_units,
     an_index_and_a_rank_explain_themselves, what_is_far_explains_itself)
