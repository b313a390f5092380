/**
 * The samples are what the plan says, the plan is what the policy draws, and both can be taken away as JSON or code.
 */
import "../../src/all.ts";
import { explainCall } from "../../src/checked-plan.ts";
import { samplePlan } from "../../src/sample/sample.ts";
import { expect, test } from "./fixtures.ts";
import { mixwellUrl, STARTED, settled } from "./page.ts";
import { labels, openPolicies, SIDE, samples, shownJson, wrongValues } from "./policy-page.ts";

// They compare with what the sources make.
test.use({ baseURL: STARTED, keepsPage: true });

// The code on the page asks for a device, and gets the page's: the kernels that both need are compiled once.
test.beforeEach(async ({ page }) => {
  if (page.url() !== "about:blank") return;
  await page.addInitScript(() => {
    let first: Promise<GPUDevice> | undefined;
    const { requestDevice } = GPUAdapter.prototype;
    GPUAdapter.prototype.requestDevice = function (...args) {
      first ??= requestDevice.apply(this, args);
      return first;
    };
  });
});

const PRESET_CODE = {
  torchvision: 'randAugment({ table: "torchvision", layers: 2, magnitude: 9 })',
  cifar10: 'autoAugment({ policy: "cifar10" })',
  augmix: 'augMixPolicy({ peer: "torchvision", severity: 3 })',
  trivial: "trivialAugmentWide()",
  three: "threeAugment()",
};

test("every preset opens, draws something, and has a name in the code", { tag: "@whole" }, async ({ page }) => {
  await openPolicies(page);
  const presets = await page
    .locator("#preset option")
    .evaluateAll((all) => all.map((option) => (option as HTMLOptionElement).value));
  expect(presets.length).toBeGreaterThanOrEqual(12);
  expect(presets).toEqual(expect.arrayContaining(Object.keys(PRESET_CODE)));
  const seen = new Set<string>();
  for (const preset of presets) {
    await page.getByLabel("Start from").selectOption(preset);
    await settled(page);
    await expect(page.locator("#samples canvas"), preset).toHaveCount(16);
    seen.add(JSON.stringify(await samples(page)));
    await expect(page.locator("#message"), preset).toBeHidden();
    await expect(page.locator("#code-text")).toContainText(PRESET_CODE[preset as keyof typeof PRESET_CODE] ?? "");
  }
  expect(seen.size).toBe(presets.length);
});

for (const hash of [
  "",
  "#preset=timm&mixer=cutmix&seed=3",
  "#preset=augmixKerascv",
  "#preset=pipeline&seed=7&mixer=both",
  "#preset=recipe",
]) {
  test(`samples are what the reference makes of the plan, which the policy draws (${hash || "as it opens"})`, async ({
    page,
  }) => {
    await openPolicies(page, hash);
    const plan = await shownJson(page, "plan-text");
    const policy = await shownJson<never>(page, "policy-text");
    expect(plan.batchSize).toBe(16);
    const ids = plan.sources.slice(0, 16).map(({ id }) => id);
    const { seed, epoch } = plan;
    expect(plan).toEqual(
      samplePlan({ policy, seed, epoch, step: 0, ids, from: "dataset", datasetSize: 35, height: SIDE, width: SIDE }),
    );
    expect(await wrongValues(page, mixwellUrl, plan)).toBe(0);
    expect(new Set(await samples(page)).size).toBeGreaterThan(10);
  });
}

/** As `labels` gives them. */
const plain = (words: string): string => words.replaceAll("\u00a0", " ");

test("under each sample stands what it drew, in the words that it has for those who don't see it", async ({ page }) => {
  await openPolicies(page, "#preset=timm&seed=5");
  const plan = await shownJson(page, "plan-text");
  const lines = await labels(page);
  expect(lines).toEqual(
    plan.sources.map(({ ops = [] }) => (ops.length > 0 ? ops.map((call) => plain(explainCall(call))) : ["unchanged"])),
  );
  expect(lines.flat().filter((line) => /\d/.test(line)).length).toBeGreaterThan(8);
  const spoken = await page
    .locator("#samples .tile")
    .evaluateAll((tiles) => tiles.map((tile) => tile.getAttribute("aria-label")!));
  expect(spoken.map((words) => plain(words.slice(words.indexOf(": ") + 2)))).toEqual(
    lines.map((said) => said.join(", ")),
  );
});

test("a mixed sample says with whom, how much, and what the partner drew", async ({ page }) => {
  await openPolicies(page, "#preset=trivial&mixer=mixup");
  const plan = await shownJson(page, "plan-text");
  const lines = await labels(page);
  for (const [row, made] of plan.stages[0]!.rows.entries()) {
    if (made.mixer !== "mixup") continue;
    const partner = plan.sources[made.partner]!;
    expect(lines[row]!.at(-1)).toMatch(new RegExp(`^MixUp ${Math.round(100 * (1 - made.lambda))} % \\w+ \\(`));
    expect(lines[row]!.at(-1)).toContain(`(${plain(explainCall(partner.ops![0]!))}`);
  }
});

test("AugMix's chains stand under the sample with their weights", async ({ page }) => {
  await openPolicies(page, "#preset=augmix");
  for (const lines of await labels(page)) {
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatch(/^\d+ % as it is$/);
    const total = lines.reduce((sum, line) => sum + Number.parseInt(line, 10), 0);
    expect(Math.abs(total - 100)).toBeLessThanOrEqual(2);
  }
});

for (const hash of [
  "#preset=kerascv&seed=9&mixer=cutmix&batch=1",
  "#preset=augmix&mixer=both",
  "#preset=recipe&epoch=2",
  "#preset=standard",
]) {
  test(`the code makes the samples on the page (${hash})`, async ({ page }) => {
    await openPolicies(page, hash);
    const wrong = await page.evaluate(async (url) => {
      const code = document.querySelector("#code-text")!.textContent!;
      const module = `${code.replace('"mixwell"', JSON.stringify(new URL(url, location.href).href))}\nexport { images, batch };`;
      const made = await import(
        /* @vite-ignore */ URL.createObjectURL(new Blob([module], { type: "text/javascript" }))
      );
      const plan = document.querySelector("#plan-text")!.textContent!;
      if (JSON.stringify(made.batch.plan) !== JSON.stringify(JSON.parse(plan))) return "the plans differ";
      const canvases = [...document.querySelectorAll<HTMLCanvasElement>("#samples canvas")];
      if (made.batch.size !== canvases.length) return `${made.batch.size} pictures`;
      let wrong = 0;
      canvases.forEach((canvas, row) => {
        const { data } = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height);
        const size = canvas.width * canvas.height;
        for (let i = 0; i < 3 * size; i++)
          if (data[4 * Math.floor(i / 3) + (i % 3)] !== made.images[row * 3 * size + i]) wrong++;
      });
      return wrong;
    }, mixwellUrl);
    expect(wrong).toBe(0);
  });
}

test("the plan that was copied replays to the same samples", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openPolicies(page, "#preset=svhn&seed=11");
  await page.getByRole("button", { name: "Copy the plan" }).click();
  await expect(page.locator("#status")).toHaveText("Copied to the clipboard");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(await wrongValues(page, mixwellUrl, JSON.parse(copied))).toBe(0);
  await page.getByRole("button", { name: "Copy the policy" }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe(await page.locator("#policy-text").textContent());
});

test("step by step: from the picture as it was to the sample", async ({ page }) => {
  await openPolicies(page, "#preset=torchvision&seed=2");
  const plan = await shownJson(page, "plan-text");
  const row = plan.sources.findIndex(({ ops = [] }) => ops.length === 2 && ops.every(({ op }) => op !== "identity"));
  await page.locator("#samples button").nth(row).click();
  await expect(page.locator("#steps-note")).toContainText(`Sample ${row + 1},`);
  await expect(page.locator("#steps li")).toHaveCount(3);
  const prints = await page.locator("#steps").locator("canvas").count();
  expect(prints).toBe(3);
  const [last, sample] = await page.evaluate((row) => {
    const pixels = (canvas: HTMLCanvasElement) =>
      [...canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height).data].join();
    const steps = [...document.querySelectorAll<HTMLCanvasElement>("#steps canvas")];
    return [pixels(steps.at(-1)!), pixels(document.querySelectorAll<HTMLCanvasElement>("#samples canvas")[row]!)];
  }, row);
  expect(last === sample).toBe(true);
});
