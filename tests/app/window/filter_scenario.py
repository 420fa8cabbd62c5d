"""Filters: a press on a fund changes figures, colours and chips; each way back works."""
from driver import check, equal, main

QIP = {"ML05": 65, "ML07": 84, "ML06": 77, "ML08": 47, "ML09": 51}


def by_unit(viewer):
    """Projects by P-code, whether the zone is a unit or has an id of its own."""
    names = {"Mopti": "ML05", "Gao / Ménaka": "ML07", "Gao": "ML07", "Tombouctou / Taoudénit": "ML06", "Tombouctou": "ML06",
             "Kidal": "ML08", "Bamako": "ML09"}
    return {names[zone["name"]]: zone["projects"] for zone in viewer.now["coverage"] if zone["name"] in names}


def fund_qip_is_shown(viewer):
    before = viewer.now
    viewer.press_widget("filter.fund.QIP")
    after = viewer.wait_for(lambda p: p["scene"]["filter"]["fund"] == ["QIP"] and "chip.fund.QIP" in p["widgets"],
                            "the filter on QIP and its chip")
    equal(by_unit(viewer), QIP, "projects by region")
    equal(after["total"]["projects"], 324, "the total of QIP")
    equal(before["total"]["projects"], 422, "the total without a filter")
    check([e["text"] for e in before["legend"]["entries"]] != [e["text"] for e in after["legend"]["entries"]],
          "the classes did not change")
    for code in ("ML01", "ML02", "ML03", "ML04"):
        zone = {zone["code"]: zone for zone in after["coverage"]}[code]
        equal(zone["projects"], None, f"{code} is not reported")
        equal(zone["class"], -1, f"{code} has no class")


def fill_is_the_colour_of_the_class(viewer):
    viewer.press_widget("filter.fund.QIP")
    probe = viewer.wait_for(lambda p: p["scene"]["filter"]["fund"] == ["QIP"], "the filter on QIP")
    colours = {entry["class"]: entry["colour"] for entry in probe["legend"]["entries"]}
    for code in ("ML05", "ML08", "ML01"):
        zone = next(z for z in probe["coverage"] if z["code"] == code)
        equal(probe["units"][code]["fill"], colours[zone["class"]], f"fill of {code}")


def chip_removes_its_filter(viewer):
    viewer.press_widget("filter.fund.TF")
    viewer.wait_for(lambda p: p["scene"]["filter"]["fund"] == ["TF"], "the filter on TF")
    viewer.press_widget("chip.fund.TF")
    after = viewer.wait_for(lambda p: p["scene"]["filter"]["fund"] == [], "no filter")
    viewer.settle()
    check("chip.fund.TF" not in viewer.now["widgets"], "the chip is still there")
    equal(after["total"]["projects"], 422, "the total")


def two_funds_are_both_counted(viewer):
    viewer.press_widget("filter.fund.QIP")
    viewer.press_widget("filter.fund.PBF")
    probe = viewer.wait_for(lambda p: sorted(p["scene"]["filter"]["fund"]) == ["PBF", "QIP"], "both funds")
    equal(probe["total"]["projects"], 329, "QIP and PBF")
    viewer.press_widget("clear.fund")
    viewer.wait_for(lambda p: p["scene"]["filter"]["fund"] == [], "no filter")


def undo_and_redo_walk_through_the_filters(viewer):
    viewer.press_widget("filter.fund.QIP")
    viewer.wait_for(lambda p: p["scene"]["filter"]["fund"] == ["QIP"], "QIP")
    viewer.key("ctrl+z")
    viewer.wait_for(lambda p: p["scene"]["filter"]["fund"] == [] and p["history"]["redo"] == 1, "undo")
    viewer.key("ctrl+y")
    viewer.wait_for(lambda p: p["scene"]["filter"]["fund"] == ["QIP"] and p["history"]["redo"] == 0, "redo")


def typing_filters_by_text(viewer):
    viewer.press_widget("filter.text")
    viewer.settle()
    viewer.key("g", "a", "o")
    viewer.wait_for(lambda p: p["scene"]["filter"]["text"] == "gao" and "chip.text" in p["widgets"], "the text")
    equal(viewer.now["history"]["undo"], 1, "steps of undo for one word")
    viewer.press_widget("chip.text")
    viewer.wait_for(lambda p: p["scene"]["filter"]["text"] == "", "no text")


main(fund_qip_is_shown, fill_is_the_colour_of_the_class, chip_removes_its_filter, two_funds_are_both_counted,
     undo_and_redo_walk_through_the_filters, typing_filters_by_text)
