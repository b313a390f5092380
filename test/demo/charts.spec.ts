/** What the charts draw: the density is Beta's, and the histogram holds as many draws as it says. */
import { betaDensity, logGamma } from "../../demo/charts/beta-density.ts";
import { histogram } from "../../demo/charts/histogram.ts";
import { prettyJson } from "../../demo/json.ts";
import { DEFAULTS, fromHash, toHash } from "../../demo/settings.ts";
import { expect, test } from "./fixtures.ts";
import { openDemo, STARTED } from "./page.ts";

// They compare with what the sources make.
test.use({ baseURL: STARTED });

test("the density is Beta's", () => {
  expect(logGamma(0.5)).toBeCloseTo(0.5 * Math.log(Math.PI), 12);
  expect(logGamma(11)).toBeCloseTo(Math.log(3_628_800), 12);
  expect(betaDensity(0.3, 1, 1)).toBeCloseTo(1, 12);
  expect(betaDensity(0.5, 2, 2)).toBeCloseTo(1.5, 12);
  expect(betaDensity(0.25, 0.5, 0.5)).toBeCloseTo(1 / (Math.PI * Math.sqrt(0.25 * 0.75)), 12);
  expect(betaDensity(0.2, 3, 5)).toBeCloseTo(105 * 0.2 ** 2 * 0.8 ** 4, 12);
});

test("a histogram counts every value once, both ends included", () => {
  const bins = histogram([0, 0.1, 0.5, 0.999, 1], [0, 1], 2);
  expect(bins.map(({ count }) => count)).toEqual([2, 3]);
});

test("the drawn lambdas are 4,096 different draws, whatever shares one", { tag: "@whole" }, async ({ page }) => {
  await openDemo(page);
  for (const granularity of ["sample", "pair", "batch", "half"]) {
    const [total, different] = await page.evaluate(
      async ([granularity, defaults]) => {
        const { drawLambdas } = await import(
          /* @vite-ignore */ new URL("charts/lambda-draws.ts", document.baseURI).href
        );
        const settings = { ...defaults, granularity, mixer: "mixup", mixupAlpha: 2 };
        const { mixup } = drawLambdas(settings, { count: 35, height: 224, width: 224 });
        return [mixup.length, new Set(mixup).size];
      },
      [granularity, DEFAULTS] as const,
    );
    expect(total, granularity).toBe(4096);
    // f32 values can coincide now and then.
    expect(different, granularity).toBeGreaterThan(4080);
  }
});

test("settings survive the address", () => {
  const settings = {
    ...DEFAULTS,
    mixer: "cutmix",
    cutmixAlpha: 0.15,
    prob: 0.35,
    seed: 2 ** 53 - 1,
    granularity: "pair",
    pairing: "reverse",
  } as const;
  expect(fromHash(toHash(settings))).toEqual(settings);
  expect(toHash(DEFAULTS)).toBe("");
  expect(fromHash("#seed=1.5&prob=2&epoch=x")).toEqual(DEFAULTS);
});

test("pretty JSON is the same JSON", () => {
  const value = { a: [1, { b: "x".repeat(200) }, []], c: null, d: { e: [true, -1e-7] } };
  expect(JSON.parse(prettyJson(value))).toEqual(value);
});
