import { expect, runExample, test } from "./fixtures.ts";

/** Seven classes: what a model that knows nothing loses on any mixture. */
const CHANCE = Math.log(7);

/**
 * Mixed and smoothed labels cannot be predicted for sure, so no loss gets near 0. Where it gets to in three epochs is
 * below what guessing costs; the chain of three stages leaves less to learn from.
 */
const EXAMPLES = [
  { name: "tfjs-fit-dataset", below: 0.9 * CHANCE },
  { name: "tfjs-custom-loop", below: 0.85 * CHANCE },
  { name: "jax-training", below: 0.85 * CHANCE },
];

for (const { name, below } of EXAMPLES) {
  test(`${name}: the loss falls from epoch to epoch`, { tag: "@whole" }, async ({ page }) => {
    const lines = await runExample(page, name);
    const losses = numbersAfter("loss", lines);
    expect(losses).toHaveLength(3);
    expect(losses).toEqual([...losses].sort((a, b) => b - a));
    expect(losses.at(-1)).toBeLessThan(below);
    // Guessing one of seven is right for 0.14 of the pictures.
    for (const accuracy of numbersAfter("accuracy[a-z ]*", lines).slice(-1)) expect(accuracy).toBeGreaterThan(0.35);
  });
}

const numbersAfter = (word: string, lines: string[]) =>
  lines.flatMap((line) => new RegExp(`${word} (\\d+\\.\\d+)`).exec(line)?.[1] ?? []).map(Number);
