"""A visitor without a mouse: every stop is seen, in the order of the page, and none holds her."""

STOP = """() => {
  const here = document.activeElement;
  if (here === null || here === document.body || here === document.documentElement) return null;
  const style = getComputedStyle(here);
  const box = here.getBoundingClientRect();
  const points = [[0.5, 0.5], [0.1, 0.2], [0.9, 0.2], [0.1, 0.8], [0.9, 0.8]];
  const isSeen = points.some(([across, down]) => {
    const found = document.elementFromPoint(box.x + box.width * across, box.y + box.height * down);
    return found && (here.contains(found) || found.contains(here) || [...(here.labels || [])].some((one) => one.contains(found)));
  });
  const before = window.stopBefore;
  window.stopBefore = here;
  return {
    html: here.outerHTML.slice(0, 120),
    outline: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
    isSeen,
    isInOrder: !before || !before.isConnected || Boolean(before.compareDocumentPosition(here) & 4),
  };
}"""
STOPS_EXPECTED = """() => {
  const groups = new Set();
  const asked = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']";
  return [...document.querySelectorAll(asked)].filter((one) => {
    if (one.disabled || !one.checkVisibility({ visibilityProperty: true })) return false;
    if (one.type !== "radio") return true;
    return groups.has(one.name) ? false : groups.add(one.name);
  }).length;
}"""
FOCUS_IS_BROAD = 2
MOST_STOPS = 400


def stop(someone):
    """Where she is now; a stop that she cannot see is a fault."""
    here = someone.page.evaluate(STOP)
    if here:
        assert here["outline"] >= FOCUS_IS_BROAD, f"{someone.page.url}: no focus to see on {here['html']}"
        assert here["isSeen"], f"{someone.page.url}: something lies over {here['html']}"
    return here


def tab_to(someone, locator):
    """Press Tab until it is reached."""
    for _ in range(MOST_STOPS):
        someone.page.keyboard.press("Tab")
        stop(someone)
        if locator.evaluate("one => one === document.activeElement"):
            return
    raise AssertionError(f"{locator} is never reached by Tab on {someone.page.url}")


def walk_by_tab(someone):
    """From the top of the page to its end: skip link, every control once, in order; then over the head to the content."""
    someone.page.evaluate("() => { document.activeElement?.blur(); window.stopBefore = undefined; scrollTo(0, 0); }")
    keys, expected, stops = someone.page.keyboard, someone.page.evaluate(STOPS_EXPECTED), []
    for _ in range(MOST_STOPS):
        keys.press("Tab")
        here = stop(someone)
        if here is None:
            break
        assert here["isInOrder"], f"{someone.page.url}: {here['html']} comes out of order"
        stops.append(here["html"])
    assert len(stops) == expected, f"{someone.page.url}: {len(stops)} stops of {expected}: {stops}"
    assert 'href="#content"' in stops[0], f"{someone.page.url} does not begin with a skip link"
    keys.press("Tab")
    keys.press("Enter")
    assert someone.page.evaluate("document.activeElement.id") == "content"
