/** Where the names of boxes stand: beside their box, and not over each other. */

export interface Tag {
  /** x0, y0, x1, y1 of the box that it names. */
  box: readonly number[];
  /** Of the words, with room on both sides. */
  width: number;
}

export interface Place {
  x: number;
  y: number;
}

export const TAG_HEIGHT = 14;

/**
 * The top left corner of each tag on a picture of this side; undefined where there is no room left. Tags of small boxes
 * choose first: a large box has more edge to stand at.
 */
export function placeTags(tags: readonly Tag[], side: number): (Place | undefined)[] {
  const places: (Place | undefined)[] = tags.map(() => undefined);
  const bySize = tags.map((_, i) => i).sort((a, b) => areaOf(tags[a]!) - areaOf(tags[b]!));
  const taken: (Place & { width: number })[] = [];
  for (const i of bySize) {
    const { width } = tags[i]!;
    const isFree = ({ x, y }: Place) =>
      taken.every(
        (other) =>
          x + width <= other.x || other.x + other.width <= x || y + TAG_HEIGHT <= other.y || other.y + TAG_HEIGHT <= y,
      );
    const place = candidates(tags[i]!, side).find(isFree);
    if (!place) continue;
    places[i] = place;
    taken.push({ ...place, width });
  }
  return places;
}

const areaOf = ({ box: [x0, y0, x1, y1] }: Tag) => (x1! - x0!) * (y1! - y0!);

/** The best first: on the box's upper edge, under its lower one, beside it, and within it from top to bottom. */
function candidates({ box, width }: Tag, side: number): Place[] {
  const [x0, y0, x1, y1] = box as [number, number, number, number];
  const left = Math.max(0, Math.min(x0, side - width));
  const right = Math.max(0, Math.min(x1 - width, side - width));
  const middle = Math.max(0, Math.min((x0 + x1 - width) / 2, side - width));
  const across = [left, right, middle];
  const along = (y: number) => across.map((x) => ({ x, y }));
  const within: Place[] = [];
  for (let y = Math.max(0, y0); y + TAG_HEIGHT <= Math.min(side, y1); y += TAG_HEIGHT / 2) within.push(...along(y));
  const beside = [x1, x0 - width].flatMap((x) => [y0, y1 - TAG_HEIGHT].map((y) => ({ x, y })));
  const all = [...along(y0 - TAG_HEIGHT + 1), ...along(y0), ...along(y1 - 1), ...beside, ...within];
  return all.filter(({ x, y }) => x >= 0 && y >= 0 && x + width <= side && y + TAG_HEIGHT <= side);
}
