import { ArgumentError } from "mixwell";
import { describe, expect, test } from "vitest";
import { corruptLabels } from "../../../training/noise.ts";

const labels = Uint8Array.from({ length: 3000 }, (_, i) => (i * 7) % 10);
const wrongIn = (noisy: Uint32Array) => noisy.reduce((count, id, i) => count + (id === labels[i] ? 0 : 1), 0);

describe("corrupted labels", () => {
  test.each([0, 0.1, 0.4, 0.6])("are wrong for a share of exactly %d", (share) => {
    const noisy = corruptLabels(labels, 10, share, 3);
    expect(wrongIn(noisy)).toBe(Math.round(share * labels.length));
    expect(noisy.every((id) => id < 10)).toBe(true);
  });

  test("leave the labels that they were made of alone", () => {
    const before = [...labels];
    corruptLabels(labels, 10, 0.6, 3);
    expect([...labels]).toEqual(before);
  });

  test("are the same for the same seed, and others for another", () => {
    expect(corruptLabels(labels, 10, 0.4, 3)).toEqual(corruptLabels(labels, 10, 0.4, 3));
    expect(corruptLabels(labels, 10, 0.4, 3)).not.toEqual(corruptLabels(labels, 10, 0.4, 4));
  });

  test("of less noise are a part of those of more, and wrong in the same way", () => {
    const [some, more] = [corruptLabels(labels, 10, 0.2, 3), corruptLabels(labels, 10, 0.5, 3)];
    const changed = [...some.keys()].filter((i) => some[i] !== labels[i]);
    expect(changed).toHaveLength(600);
    expect(changed.filter((i) => more[i] !== some[i])).toEqual([]);
  });

  test("go to every other class alike", () => {
    const noisy = corruptLabels(labels, 10, 0.6, 3);
    const counts = new Array<number>(10).fill(0);
    noisy.forEach((id, i) => {
      counts[(id - labels[i]! + 10) % 10]!++;
    });
    expect(counts[0]).toBe(1200);
    // 1800 fall on 9 places: 200 each, with a standard deviation of 13.3. Five of those.
    for (const count of counts.slice(1)) expect(Math.abs(count - 200)).toBeLessThan(67);
  });

  test("of a share that the page does not offer, or of one class, are refused", () => {
    expect(() => corruptLabels(labels, 10, 0.7, 3)).toThrow("labelNoise: expected a share from 0 to 0.6, found 0.7");
    expect(() => corruptLabels(labels, 10, Number.NaN, 3)).toThrow(ArgumentError);
    expect(() => corruptLabels(labels, 1, 0.1, 3)).toThrow("classes: expected at least 2, to be wrong about, found 1");
  });
});
