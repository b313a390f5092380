import { readFileSync } from "node:fs";
import { makeModel } from "../../examples/onnx-tta/make-model.ts";
import { expect, runExample, test } from "./fixtures.ts";

const NAMES = ["astronaut", "cat", "coffee", "galaxies", "raccoon", "retina", "rocket"];

/** "cat (0.5), coffee (0.25)": the named class, and the probability of the right one. */
const answersIn = (line: string) =>
  [...line.matchAll(/([a-z]+) \((\d\.\d+)\)/g)].map(([, name, right]) => ({ name, right: Number(right) }));

test("onnx-tta: averages the answers to eight different views, and is right more often than a view", {
  tag: "@whole",
}, async ({ page }) => {
  const lines = await runExample(page, "onnx-tta");
  expect(lines).toHaveLength(9);
  const views = lines.slice(0, 8).map(answersIn);
  const average = answersIn(lines[8]!);
  expect(new Set(views.map((view) => JSON.stringify(view))).size).toBe(8);
  average.forEach(({ right }, picture) => {
    const mean = views.reduce((sum, view) => sum + view[picture]!.right / 8, 0);
    // Nine numbers of four digits each.
    expect(right).toBeCloseTo(mean, 3);
  });
  const hits = (answers: { name?: string }[]) => answers.filter(({ name }, i) => name === NAMES[i]).length;
  expect(hits(average)).toBeGreaterThan(views.reduce((sum, view) => sum + hits(view), 0) / 8);
});

test("onnx-tta: model.onnx is what make-model.mjs writes", () => {
  const root = new URL("../../", import.meta.url);
  const model = readFileSync(new URL("examples/onnx-tta/model.onnx", root));
  expect(Buffer.compare(model, makeModel(new URL("demo/public/photos/", root)))).toBe(0);
});
