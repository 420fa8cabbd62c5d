"""Two views compared: side by side, swiped, as a difference; chosen on the card, undone, stopped. The tour is walked through."""
from driver import check, equal, main
from dropping import drop_file


def compare_funds(v):
    v.press_widget("compare")
    v.press_widget("compare.one")
    v.press_widget("compare.one.QIP")
    v.wait_for(lambda p: p["scene"]["filter"]["fund"] == ["QIP"], "the fund of this view")
    v.press_widget("compare.other")
    v.press_widget("compare.other.TF")
    return v.wait_for(lambda p: p["compare"]["other"]["fund"] == ["TF"], "two funds compared")


def side_by_side(v):
    whole = v.settle()["map"]
    compare_funds(v)
    now = v.wait_for(lambda p: p["compare"]["how"] == "beside" and p["compare"]["box"][2] > 0, "the other map")
    equal(now["compare"]["box"][2], now["map"][2], "both maps are as wide")
    check(now["map"][2] < whole[2], "this map gives room")
    # The same place, another figure: what the bulletin publishes for the Trust Fund.
    equal(now["compare"]["values"]["ML05"], 21, "Mopti under the Trust Fund")
    equal(now["compare"]["captions"], ["QIP", "TF"], "what each map shows")


def swipe(v):
    compare_funds(v)
    v.press_widget("compare.how.swipe")
    v.wait_for(lambda p: p["compare"]["how"] == "swipe" and p["compare"]["box"][2] == 0, "a swipe")
    v.press_widget("compare.close")
    v.wait_for(lambda p: "compare.close" not in p["widgets"], "the card away")
    x, y = v.widget("compare.divider")
    v.drag((x, y), (x - v.settle()["map"][2] / 4, y))
    now = v.wait_for(lambda p: 0.2 < p["compare"]["divider"] < 0.3, "the divider at a quarter")
    equal(now["compare"]["other"]["fund"], ["TF"], "what is compared stays")
    v.key("ctrl+z")
    v.wait_for(lambda p: p["compare"]["divider"] == 0.5 and p["compare"]["how"] == "swipe", "one step of undo for the drag")


def difference_and_stop(v):
    compare_funds(v)
    v.press_widget("compare.how.difference")
    v.wait_for(lambda p: p["scene"]["type"] == "difference" and p["compare"]["how"] == "off", "a map of differences")
    v.press_widget("compare.stop")
    v.wait_for(lambda p: p["scene"]["type"] == "choropleth" and p["compare"]["other"] is None, "one view alone")
    v.key("Escape")
    v.wait_for(lambda p: "compare.close" not in p["widgets"], "the card away")


def a_list_without_funds(v):
    """What the list tells apart is offered first; what it does not is said."""
    drop_file(v, "liste.csv", "titre;région;secteur\nPuits;Mopti;Eau\nForage;Gao;Eau\nCentre;Gao;Santé\n")
    v.wait_for(lambda p: p["total"]["projects"] == 3, "the list")
    v.press_widget("compare")
    v.press_widget("compare.one")
    v.press_widget("compare.one.Santé")
    v.wait_for(lambda p: p["scene"]["filter"]["sector"] == ["Santé"], "a sector")
    v.press_widget("compare.with.fund")
    check("compare.one" not in v.settle()["widgets"], "no choice between nothing")


def the_tour(v):
    v.key("F1")
    v.press_widget("help.tour")
    for step in range(4):
        v.wait_for(lambda p, step=step: p["tour"] == step, f"step {step + 1}")
        v.press_widget("tour.next")
    v.wait_for(lambda p: p["tour"] == 4, "the last step")
    v.key("Escape")
    v.wait_for(lambda p: p["tour"] == -1, "the tour over")


main(side_by_side, swipe, difference_and_stop, a_list_without_funds, the_tour)
