"""Files dropped on the window: boundaries and lists are recognised, a file that is neither says so and changes nothing."""
from driver import check, equal, main
from dropping import TWO_SQUARES, drop_file, drop_path

LIST = """id;titre;fonds;secteur;region;budget;statut
1;Forage de Bankass;TF;Eau;Mopti;12000;en cours
2;École de Ménaka;QIP;Éducation;Gao;30000,50;achevé
3;Forage de Ber;TF;Eau;Tombouctou;8000;achevé
"""


def a_list_replaces_the_figures(viewer):
    drop_file(viewer, "liste.csv", LIST)
    after = viewer.wait_for(lambda p: p["total"]["projects"] == 3, "three projects")
    equal(after["total"]["budget_usd"], 50000.5, "the budget, to the cent")
    check("liste.csv" in after["message"], "the message names the file")
    viewer.press_widget("filter.sector.Eau et assainissement")
    viewer.wait_for(lambda p: p["total"]["projects"] == 2, "two projects for water")


def boundaries_replace_the_map(viewer):
    drop_file(viewer, "limites.geojson", TWO_SQUARES)
    after = viewer.wait_for(lambda p: sorted(p["units"]) == ["ML05", "ML07"], "two units")
    counts = sorted(zone["projects"] for zone in after["coverage"])
    equal(counts, [86, 131], "the bulletin's counts on the new boundaries")
    viewer.press_unit("ML05")
    viewer.wait_for(lambda p: p["selection"]["unit"] == "ML05", "a unit of the new map")


def what_is_neither_says_so(viewer):
    before = viewer.now
    for name, content in (("vide.csv", ""), ("rien.geojson", "{"), ("absent.csv", None)):
        drop_file(viewer, name, content)
        after = viewer.wait_for(lambda p: name in p["message"] and p["jobs"] == 0, f"a message about {name}")
        check("\n" not in after["message"], "the message is one line")
        equal(after["coverage"], before["coverage"], f"the figures after {name}")
    drop_path(viewer, viewer.folder.name)
    viewer.wait_for(lambda p: "absent.csv" not in p["message"], "a message about a folder")
    equal(viewer.now["coverage"], before["coverage"], "the figures after a folder")
    viewer.press_widget("filter.fund.QIP")
    viewer.wait_for(lambda p: p["total"]["projects"] == 324, "the window still works")


main(a_list_replaces_the_figures, boundaries_replace_the_map, what_is_neither_says_so)
