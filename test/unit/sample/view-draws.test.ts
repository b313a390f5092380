/** A sample of a view draws what it draws in the whole dataset, and its partners are of the view. */
import { describe, expect, test } from "vitest";
import { cutmix } from "../../../src/mixers/cutmix.ts";
import { mixup } from "../../../src/mixers/mixup.ts";
import { mosaic } from "../../../src/mixers/mosaic.ts";
import { randAugment } from "../../../src/peers/rand-augment.ts";
import type { Policy } from "../../../src/policy/policy.ts";
import { membersOf } from "../../../src/sample/members.ts";
import type { DrawRequest } from "../../../src/sample/request.ts";
import { randomErasing } from "../../../src/stages/random-erasing.ts";
import { isMixed, overDataset, range, unrolled } from "./request.ts";

const COUNT = 100;

/** Partner of each of some samples, as a batch of its own each. */
function partners(policy: Policy, ids: Iterable<number>, more: Partial<DrawRequest> = {}): Map<number, number> {
  return new Map(
    Array.from(ids, (id) => {
      const { sources, stages } = overDataset(policy, [id], more);
      const row = stages[0]!.rows[0]!;
      return [id, sources[isMixed(row) ? row.partner : row.own]!.id];
    }),
  );
}

/** A large view, whose ring is walked, and a small one, whose members are sorted (`partnerInDataset`). */
const VIEWS: [string, number, number[]][] = [
  ["most of a dataset", COUNT, range(COUNT).filter((id) => id % 5 !== 0)],
  ["few of a dataset", COUNT, [3, 8, 90]],
  ["some of a large one", 1200, range(1200).filter((id) => id % 11 === 3)],
  ["few of a large one", 1200, [1199, 17, 234, 0]],
];

describe.each(VIEWS)("a view of %s", (_, datasetSize, ids) => {
  const members = membersOf(Uint32Array.from(ids), datasetSize);

  test("partners: everybody is somebody's once, nobody their own, nobody from outside", () => {
    for (const epoch of [0, 1]) {
      const found = partners(mixup(), ids, { members, datasetSize, epoch });
      expect([...found.values()].sort((a, b) => a - b)).toEqual([...ids].sort((a, b) => a - b));
      for (const [id, partner] of found) expect(partner).not.toBe(id);
    }
  });

  test("they are the whole dataset's, with those outside skipped", () => {
    const whole = partners(mixup(), range(datasetSize), { datasetSize });
    for (const [id, partner] of partners(mixup(), ids, { members, datasetSize })) {
      let next = whole.get(id)!;
      while (!ids.includes(next)) next = whole.get(next)!;
      expect(partner).toBe(next);
    }
  });

  test("a Set of the ids is the same view, whatever its order", () => {
    const set = new Set([...ids].reverse());
    expect(partners(mixup(), ids, { members: set, datasetSize })).toEqual(
      partners(mixup(), ids, { members, datasetSize }),
    );
  });
});

describe("everything else is drawn as in the whole dataset", () => {
  const members = membersOf(Uint32Array.from(range(COUNT).filter((id) => id % 3 === 1)), COUNT);
  const ids = [1, 4, 97, 40, 4];

  test.each<[string, Policy]>([
    ["ops", [randAugment(), randomErasing()]],
    ["a pairing in the batch", [randAugment(), cutmix({ pairing: "reverse" })]],
    ["a stage without a partner", []],
  ])("%s", (_, policy) => {
    expect(overDataset(policy, ids, { members })).toEqual(overDataset(policy, ids));
  });

  test("a mixer over the dataset: λ, box and ops of the own picture; the partner has the ops of its own id", () => {
    const policy: Policy = [randAugment(), cutmix()];
    const [view, whole] = [overDataset(policy, ids, { members }), overDataset(policy, ids)];
    expect(view.sources.slice(0, 5)).toEqual(whole.sources.slice(0, 5));
    const rowsOf = ({ stages }: typeof view) => stages[0]!.rows.map((row) => ({ ...row, partner: 0 }));
    expect(rowsOf(view)).toEqual(rowsOf(whole));
    for (const source of view.sources.slice(5)) {
      expect(members.has(source.id)).toBe(true);
    }
    const guest = view.sources[5]!;
    expect(overDataset(policy, [guest.id], { members }).sources[0]).toEqual(guest);
  });

  test("several partners and a further occurrence are of the view too, and batch size and order do not matter", () => {
    const whole = overDataset([mosaic(), mixup()], ids, { members });
    for (const { id } of whole.sources) expect(members.has(id)).toBe(true);
    const alone = overDataset([mosaic(), mixup()], [97], { members });
    expect(unrolled(alone, 0)).toEqual(unrolled(whole, 2));
    const [first, again] = [unrolled(whole, 1), unrolled(whole, 4)];
    expect(first).not.toEqual(again);
  });
});

test.each<[string, Partial<DrawRequest>, string]>([
  ["a list", { members: [1, 2] as never }, "members: expected a Set of dataset indices, found [1, 2]"],
  ["an empty Set", { members: new Set() }, "ids[0]: expected one of the members, found 1"],
  ["a sample from outside", { members: new Set([1, 3]) }, "ids[1]: expected one of the members, found 2"],
  [
    "an id that is none",
    { members: new Set([1, 2, 100]) },
    "bijection.inverse: expected an integer in 0..99, found 100",
  ],
])("%s is refused", (_, more, message) => {
  expect(() => overDataset(mixup(), [1, 2], more)).toThrow(message);
});

test("a view of one sample leaves it alone", () => {
  for (const datasetSize of [1, 2, 100_000]) {
    const { stages } = overDataset(mixup(), [0], { members: new Set([0]), datasetSize });
    expect(stages[0]!.rows).toEqual([{ mixer: "none", own: 0 }]);
  }
});
