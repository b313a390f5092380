/** Names of boxes on the demo's Targets page: beside their box, in the picture, and never over each other. */
import { describe, expect, test } from "vitest";
import { ANNOTATIONS, SIDE } from "../../demo/targets-page/annotations.ts";
import { type Place, placeTags, TAG_HEIGHT, type Tag } from "../../demo/targets-page/tags.ts";
import { caseGenerator } from "../random.ts";

type Placed = Place & { width: number };

const overlap = (a: Placed, b: Placed) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + TAG_HEIGHT && b.y < a.y + TAG_HEIGHT;

function placed(tags: readonly Tag[]): Placed[] {
  return placeTags(tags, SIDE).flatMap((place, i) => (place ? [{ ...place, width: tags[i]!.width }] : []));
}

/** Those that stand out of the picture, or over another. */
function faulty(tags: readonly Tag[]): Placed[] {
  const all = placed(tags);
  return all.filter((one, i) => {
    const isWithin = one.x >= 0 && one.y >= 0 && one.x + one.width <= SIDE && one.y + TAG_HEIGHT <= SIDE;
    return !isWithin || all.slice(i + 1).some((other) => overlap(one, other));
  });
}

/** About as wide as the words are in the page's letters. */
const tagOf = (box: number[], words: string): Tag => ({ box, width: 6 * words.length + 8 });

const boxOf = (outline: readonly number[]) => {
  const of = (axis: number) => outline.filter((_, i) => i % 2 === axis);
  return [Math.min(...of(0)), Math.min(...of(1)), Math.max(...of(0)), Math.max(...of(1))];
};

describe("placeTags", () => {
  test.each(Object.entries(ANNOTATIONS))("every object of %s has its tag", (_, objects) => {
    const tags = objects.map(({ outline, className }) => tagOf(boxOf(outline), className));
    expect(placed(tags)).toHaveLength(tags.length);
    expect(faulty(tags)).toEqual([]);
  });

  test("where two boxes start at one corner, their tags stand apart", () => {
    const tags = [tagOf([40, 40, 140, 140], "cup λ 0.62"), tagOf([40, 40, 200, 200], "saucer λ 0.62")];
    expect(placed(tags)).toHaveLength(2);
    expect(faulty(tags)).toEqual([]);
    // What the check would find.
    expect(overlap({ x: 40, y: 27, width: 68 }, { x: 40, y: 27, width: 86 })).toBe(true);
  });

  test("a tag touches its box, or lies in it", () => {
    const box = [60, 60, 90, 80];
    const [place] = placeTags([tagOf(box, "spoon")], SIDE) as [Place];
    expect(place).toEqual({ x: 60, y: 47 });
    const [atTop] = placeTags([tagOf([0, 0, 200, 100], "cat")], SIDE) as [Place];
    expect(atTop).toEqual({ x: 0, y: 0 });
  });

  test("of many boxes at random, none is over another or out of the picture", () => {
    for (let seed = 0; seed < 50; seed++) {
      const { below } = caseGenerator(seed);
      const tags = Array.from({ length: 24 }, () => {
        const [a, b, c, d] = [below(SIDE), below(SIDE), below(SIDE), below(SIDE)] as const;
        const box = [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
        return tagOf(box, "x".repeat(3 + below(12)));
      });
      expect(faulty(tags)).toEqual([]);
    }
  });
});
