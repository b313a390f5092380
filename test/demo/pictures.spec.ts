/** The pictures are what the plan says, made by the engine. */
import { expect, test } from "./fixtures.ts";
import { fingerprints, mixed, mixwellUrl, openDemo, originals, STARTED, settled, shownPlan } from "./page.ts";

// They compare with what the sources make.
test.use({ baseURL: STARTED, keepsPage: true });

test("the page opens without a warning, and every mixed picture is a new one", async ({ page }) => {
  const warnings: string[] = [];
  page.on("console", (message) => message.type() === "warning" && warnings.push(message.text()));
  await openDemo(page);
  const [before, after] = [await originals(page), await mixed(page)];
  expect(before).toHaveLength(8);
  expect(new Set([...before, ...after]).size).toBe(16);
  await expect(page.locator("#adapter")).not.toContainText("looking");
  await expect(page.locator("#step-time")).toHaveText(/^[\d.]+ ms for 8 × 224 × 224 × 3$/);
  expect(warnings).toEqual([]);
});

for (const hash of [
  "",
  "#mixer=mixup&smoothing=0.1",
  "#mixer=cutmix&granularity=pair&pairing=derangement&prob=0.6",
  "#granularity=half&pairing=reverse&batchSize=16",
]) {
  test(`pictures and titles are what the reference makes of the shown plan (${hash || "as it opens"})`, async ({
    page,
  }) => {
    await openDemo(page, hash);
    const found = await page.evaluate(
      async ({ url, smoothing }) => {
        const { reference } = await import(/* @vite-ignore */ url);
        const { photographs } = await import(
          /* @vite-ignore */ new URL("sources/photographs.ts", document.baseURI).href
        );
        const plan = JSON.parse(document.querySelector("#plan-text")!.textContent!);
        const dataset = await photographs.toHost();
        const shape = { height: dataset.height, width: dataset.width, channels: 3 };
        const sources = { dataset: dataset.pictures, shape, format: "u8", layout: "nhwc" };
        const wanted = reference(plan, sources, { output: { format: "u8" }, labels: { classes: 7, smoothing } });
        const size = shape.height * shape.width;
        const canvases = [...document.querySelectorAll<HTMLCanvasElement>("#mixed canvas")];
        let wrong = 0;
        canvases.forEach((canvas, row) => {
          const { data } = canvas.getContext("2d")!.getImageData(0, 0, shape.width, shape.height);
          for (let i = 0; i < 3 * size; i++) {
            if (data[4 * Math.floor(i / 3) + (i % 3)] !== wanted.images[row * 3 * size + i]) wrong++;
          }
        });
        const titles = canvases.map((_, row) => {
          const label: number[] = [...wanted.labels.subarray(7 * row, 7 * row + 7)];
          const order = label.map((share, id) => ({ share, id })).filter(({ share }) => share > 0);
          order.sort((a, b) => b.share - a.share);
          return order.slice(0, 2).map(({ share, id }) => `${dataset.classNames[id]} ${Math.round(100 * share)} %`);
        });
        const shown = [...document.querySelectorAll("#mixed figcaption")].map((caption) =>
          [...caption.querySelectorAll(".share")]
            .map((line) => [...line.children].map((part) => part.textContent!.replace("\u00a0", " ")).join(" "))
            .filter(Boolean),
        );
        return { wrong, rows: wanted.size, canvases: canvases.length, titles, shown };
      },
      { url: mixwellUrl, smoothing: Number(new URLSearchParams(hash.slice(1)).get("smoothing") ?? 0) },
    );
    expect(found.wrong).toBe(0);
    expect(found.canvases).toBe(found.rows);
    expect(found.shown).toEqual(found.titles);
  });
}

test("the code on the page makes the pictures on the page", async ({ page }) => {
  await openDemo(page, "#mixer=both&seed=5&epoch=2&batch=4&smoothing=0.05&pairing=roll");
  const wrong = await page.evaluate(async (url) => {
    const code = document.querySelector("#code-text")!.textContent!;
    const module = `${code.replace('"mixwell"', JSON.stringify(new URL(url, location.href).href))}\nexport { images, softLabels, batch };`;
    const made = await import(/* @vite-ignore */ URL.createObjectURL(new Blob([module], { type: "text/javascript" })));
    const plan = document.querySelector("#plan-text")!.textContent!;
    if (JSON.stringify(made.batch.plan) !== JSON.stringify(JSON.parse(plan))) return "the plans differ";
    const canvases = [...document.querySelectorAll<HTMLCanvasElement>("#mixed canvas")];
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

test("four rows of eight, one an alpha, and no two rows alike", async ({ page }) => {
  await openDemo(page, "#mixer=mixup");
  const rows = page.locator(".alpha-row");
  await expect(rows.getByRole("heading")).toHaveText(["α = 0.2", "α = 0.5", "α = 1", "α = 2"]);
  const pictures = await Promise.all([0, 1, 2, 3].map((row) => fingerprints(rows.nth(row))));
  expect(pictures.map((row) => row.length)).toEqual([8, 8, 8, 8]);
  expect(new Set(pictures.map(String)).size).toBe(4);
});

test("pointing at a mixed picture shows lambda, partner and box", async ({ page }) => {
  await openDemo(page, "#mixer=cutmix");
  const { stages, sources, width } = await shownPlan(page);
  const row = stages[0]!.rows.findIndex((row) => row.mixer === "cutmix" && row.bbox[0] < row.bbox[2]);
  const drawn = stages[0]!.rows[row]!;
  if (drawn.mixer !== "cutmix") throw new Error("expected a CutMix row");
  const tile = page.locator("#mixed .tile").nth(row);
  await tile.hover();
  await expect(tile.locator(".peek")).toHaveCSS("opacity", "1");
  await expect(tile.locator(".peek")).toContainText(`λ ${drawn.lambda.toFixed(3)}`);
  const [x0, y0, x1, y1] = drawn.bbox;
  await expect(tile.locator(".peek")).toContainText(`${x1 - x0} × ${y1 - y0} at ${x0}, ${y0}`);
  const [tileBox, outline] = [(await tile.boundingBox())!, (await tile.locator(".box-outline").boundingBox())!];
  expect(outline.x - tileBox.x).toBeCloseTo((x0 / width) * tileBox.width, 0);
  await expect(page.locator("#inspector")).toContainText(`Mixed ${row + 1}`);
  await expect(page.locator("#inspector")).toContainText(`sample ${sources[drawn.partner]!.index}`);
});

test("every chart is drawn and says what it is of", async ({ page }) => {
  await openDemo(page);
  const charts = page.locator(".plot svg[role=img]");
  await expect(charts).toHaveCount(6);
  for (const chart of await charts.all()) {
    expect(await chart.getAttribute("aria-description")).toBeTruthy();
    expect(await chart.locator("rect, path[d*=Q], path[d*=A]").count()).toBeGreaterThan(4);
  }
  await page.getByRole("radio", { name: "MixUp" }).check();
  await settled(page);
  await expect(page.locator("#lambda-note")).toHaveText(
    "4,096 pictures with these settings and this seed; MixUp's from Beta(0.8, 0.8).",
  );
});
