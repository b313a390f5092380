/** A chart that is drawn anew when its place changes width, so that its text keeps its size. */
type Draw = (width: number) => SVGSVGElement | HTMLElement;

const drawn = new WeakMap<Element, { draw: Draw; width: number }>();

const observer = new ResizeObserver((entries) => {
  for (const { target, contentRect } of entries) {
    // Observed before it was put in the page, an element is reported once without a size; a chart that was drawn has
    // left for good.
    if (target.isConnected) render(target, Math.round(contentRect.width));
    else if (drawn.get(target)!.width > 0) observer.unobserve(target);
  }
});

/** `place` needs to be in the page by the time the browser lays it out. */
export function responsive(place: HTMLElement, draw: Draw): void {
  const known = drawn.get(place);
  drawn.set(place, { draw, width: 0 });
  if (known) render(place, known.width);
  else observer.observe(place);
}

function render(place: Element, width: number): void {
  const chart = drawn.get(place)!;
  if (width === 0 || width === chart.width) return;
  chart.width = width;
  place.replaceChildren(chart.draw(width));
  for (const svg of place.querySelectorAll("svg")) asOneImage(svg);
}

/**
 * To a screen reader a chart is one picture with a name and a description; the names of its parts ("bar", "rule") only
 * disturb.
 */
function asOneImage(svg: SVGSVGElement): void {
  svg.setAttribute("role", "img");
  for (const part of svg.querySelectorAll("[aria-label]")) part.removeAttribute("aria-label");
  for (const part of svg.querySelectorAll("[aria-description]")) part.removeAttribute("aria-description");
}
