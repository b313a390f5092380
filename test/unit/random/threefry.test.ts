import { describe, expect, it } from "vitest";
import { threefry2x32, threefry2x32Rounds } from "../../../src/random/threefry.ts";
import { loadText } from "../../files.ts";

interface Vector {
  rounds: number;
  words: number[];
}

/** The threefry2x32 lines of Random123's known answers: `name rounds c0 c1 k0 k1 x0 x1`, words in hexadecimal. */
async function knownAnswers(): Promise<Vector[]> {
  const lines = (await loadText("fixtures", "oracles/random123_kat.txt")).split("\n");
  return lines
    .map((line) => line.split(" "))
    .filter(([name]) => name === "threefry2x32")
    .map(([, rounds, ...words]) => ({ rounds: Number(rounds), words: words.map((word) => Number.parseInt(word, 16)) }));
}

function run({ words }: Vector, rounds?: number): number[] {
  const [c0, c1, k0, k1] = words as [number, number, number, number];
  const out = new Uint32Array(2);
  if (rounds === undefined) threefry2x32({ k0, k1 }, c0, c1, out);
  else threefry2x32Rounds(k0, k1, c0, c1, rounds, out);
  return [...out];
}

describe("threefry2x32", () => {
  it("gives the three 20-round answers of Random123", async () => {
    const vectors = (await knownAnswers()).filter(({ rounds }) => rounds === 20);
    expect(vectors).toHaveLength(3);
    for (const vector of vectors) expect(run(vector)).toEqual(vector.words.slice(4));
  });

  it("gives all nine answers of Random123, for 13, 20 and 32 rounds, in its general form", async () => {
    const vectors = await knownAnswers();
    expect(vectors.map(({ rounds }) => rounds)).toEqual([13, 13, 13, 20, 20, 20, 32, 32, 32]);
    for (const vector of vectors) expect(run(vector, vector.rounds)).toEqual(vector.words.slice(4));
  });

  it("is the general form at 20 rounds, unrolled", () => {
    const words = new Uint32Array(4);
    const unrolled = new Uint32Array(2);
    const general = new Uint32Array(2);
    for (let i = 0; i < 2000; i++) {
      const [k0, k1, c0, c1] = words as unknown as [number, number, number, number];
      threefry2x32({ k0, k1 }, c0, c1, unrolled);
      threefry2x32Rounds(k0, k1, c0, c1, 20, general);
      expect(unrolled).toEqual(general);
      words.set(i % 2 ? unrolled : general, (i % 3) as number);
    }
  });
});
