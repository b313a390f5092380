import { expect, runExample, test } from "./fixtures.ts";

/**
 * Some epochs of twelve steps: far from what these networks reach in the end, and above chance. A segmentation that
 * calls all of it ground has a mean IoU of 0.21, ground alone being right; a detector that puts a box of the usual size
 * in the middle, and guesses its class, has 0.07. Runs differ by some hundredths between adapters, whose floats round
 * differently: the READMEs say 0.79 and 0.61, and the bounds are 0.2 below.
 */
const EXAMPLES = [
  { name: "segmentation", from: 0.3, epochs: 5, to: 0.59 },
  { name: "detection", from: 0.2, epochs: 6, to: 0.41 },
];

for (const { name, from, epochs, to } of EXAMPLES) {
  test(`${name}: the mean IoU rises, and pictures, truth and predictions stand side by side`, {
    tag: "@whole",
  }, async ({ page }) => {
    const lines = await runExample(page, name);
    expect(lines).toHaveLength(1 + epochs);
    const ious = lines.map((line) => Number(/mean IoU (\d\.\d+)/.exec(line)![1]));
    expect(ious[0]).toBeLessThan(from);
    expect(ious.at(-1)).toBeGreaterThan(to);
    const losses = lines.slice(1).map((line) => Number(/loss (\d+\.\d+)/.exec(line)![1]));
    expect(losses.at(-1)!).toBeLessThan(losses[0]! / 2);
    await expect(page.locator("#rows figure canvas")).toHaveCount(18);
    await expect(page.getByRole("img", { name: /^Mean intersection over union: 0\.\d+, / })).toBeVisible();
  });
}
