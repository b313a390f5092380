/** The visitor's own pictures on the training page, and a browser without WebGPU. */
import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { dropFiles } from "./page.ts";
import { choose, idxPair, inState, openTraining, start, stepsDone } from "./train-page.ts";

/** Offers a small Fashion-MNIST under data/. @param gate what its files wait for */
async function serveFashion(page: Page, { gate, status = 200 }: { gate?: Promise<void>; status?: number } = {}): Promise<void> {
  const set = ["train", "t10k"].map((part) => idxPair(part));
  const [train, test] = set.map((files) => files.map(({ name }) => `fashion-mnist/${name}`));
  const index = { sets: [{ name: "fashion-mnist", title: "Fashion-MNIST", kind: "idx", train, test }] };
  await page.route("**/data/index.json", (route) => route.fulfill({ json: index }));
  for (const { name, bytes } of set.flat()) {
    await page.route(`**/data/fashion-mnist/${name}`, async (route) => {
      await gate;
      // The page may have given it up by now.
      await route.fulfill({ status, body: Buffer.from(bytes) }).catch(() => {});
    });
  }
}

test("own files become the dataset and are trained on; a button leads back", async ({ page }) => {
  await openTraining(page);
  await dropFiles(page, idxPair("greys"), "#results");
  await expect(page.locator("#dataset-note")).toContainText("32 to train on, 8 to test with, 8 × 8 × 1, 4 classes");
  await dropFiles(page, [...idxPair("train"), ...idxPair("t10k")], "#results");
  await expect(page.locator("#dataset-note")).toContainText("40 to train on, 40 to test with, 8 × 8 × 1, 4 classes");
  await choose(page, { epochs: 3, batchSize: 8 });
  await start(page);
  await inState(page, "ended");
  await expect(page.locator("#run-words")).toHaveText("Done: 30 of 30 steps.");
  await page.getByRole("button", { name: "Back to the patches" }).click();
  await expect(page.locator("#dataset-note")).toContainText("2,100 to train on");
});

test("pictures without labels are refused in words, and the patches stay", async ({ page }) => {
  await openTraining(page);
  await dropFiles(page, idxPair("greys").slice(0, 1), "#results");
  await expect(page.locator("#message")).toContainText("pictures with labels");
  await inState(page, "ready");
  await expect(page.locator("#dataset-note")).toContainText("2,100 to train on");
});

test("CIFAR batches through the picker, test pictures told apart by name", async ({ page }) => {
  await openTraining(page);
  const batch = (count: number) =>
    Buffer.from(Array.from({ length: count }, (_, i) => [i % 10, ...Array.from({ length: 3072 }, (_, j) => (i * j) & 255)]).flat());
  const mimeType = "application/octet-stream";
  await page.locator("#file-picker").setInputFiles([
    { name: "data_batch_1.bin", mimeType, buffer: batch(12) },
    { name: "data_batch_2.bin", mimeType, buffer: batch(11) },
    { name: "test_batch.bin", mimeType, buffer: batch(10) },
  ]);
  await expect(page.locator("#dataset-note")).toContainText("23 to train on, 10 to test with, 32 × 32 × 3, 10 classes");
});

test("picture files: a class a file where there are no folders", async ({ page }) => {
  await openTraining(page);
  const pictures = await page.evaluate(() =>
    Promise.all(
      ["#cc3344", "#22aa55", "#3355cc", "#ddaa22", "#888888"].map(async (colour) => {
        const canvas = new OffscreenCanvas(50, 40);
        const context = canvas.getContext("2d")!;
        context.fillStyle = colour;
        context.fillRect(0, 0, 50, 40);
        return [...new Uint8Array(await (await canvas.convertToBlob({ type: "image/png" })).arrayBuffer())];
      }),
    ),
  );
  await dropFiles(
    page,
    pictures.map((bytes, i) => ({ name: `picture${i}.png`, bytes: Uint8Array.from(bytes) })),
    "#results",
  );
  await expect(page.locator("#dataset-note")).toContainText("4 to train on, 1 to test with, 32 × 32 × 3, 5 classes");
});

test("a dataset that the server offers is fetched when it is chosen", async ({ page }) => {
  await serveFashion(page);
  await openTraining(page);
  const offer = page.getByRole("combobox", { name: "Dataset" });
  await offer.selectOption("Fashion-MNIST");
  await expect(page.locator("#dataset-note")).toContainText("Fashion-MNIST: 40 to train on, 40 to test with, 8 × 8 × 1, 10 classes");
  await choose(page, { arms: ["mixup"], epochs: 1, batchSize: 40 });
  await start(page);
  await inState(page, "ended");
  await expect(page.locator("#strips figcaption").first()).toContainText(/T-shirt|Trouser|Pullover|Dress/);
  await offer.selectOption("Patches of the photographs");
  await expect(page.locator("#dataset-note")).toContainText("2,100 to train on");
});

for (const status of [200, 500]) {
  test(`a load that another one has overtaken changes nothing when it ends with status ${status}`, async ({ page, complaints }) => {
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    await serveFashion(page, { gate, status });
    await openTraining(page);
    const offer = page.getByRole("combobox", { name: "Dataset" });
    await offer.selectOption("Fashion-MNIST");
    await expect(page.locator("#run-words")).toContainText("Fetching fashion-mnist/train-images-idx3-ubyte");
    await offer.selectOption("Patches of the photographs");
    await inState(page, "ready");
    await choose(page, { arms: ["none"], epochs: 1000 });
    await start(page);
    await inState(page, "running");
    open();
    // By then a load of forty pictures has long ended.
    const before = await stepsDone(page);
    await expect.poll(() => stepsDone(page)).toBeGreaterThan(before + 100);
    await inState(page, "running");
    await expect(page.locator("#message")).toBeHidden();
    await expect(page.locator("#dataset-note")).toContainText("2,100 to train on");
    await expect(offer).toHaveValue("");
    await page.getByRole("button", { name: "Stop" }).click();
    await inState(page, "ended");
    // Of the request that was given up.
    complaints.length = 0;
  });
}

test("the menu names the pictures in use: own files too, and the old ones after a failure", async ({ page, complaints }) => {
  await serveFashion(page, { status: 404 });
  await openTraining(page);
  const chosen = page.getByRole("combobox", { name: "Dataset" }).locator("option:checked");
  await page.getByRole("combobox", { name: "Dataset" }).selectOption("Fashion-MNIST");
  await expect(page.locator("#message")).toContainText("status 404");
  await expect(chosen).toHaveText("Patches of the photographs");
  await dropFiles(page, idxPair("greys"), "#results");
  await expect(chosen).toHaveText("Your own files");
  await page.getByRole("combobox", { name: "Dataset" }).selectOption("Fashion-MNIST");
  await expect(page.locator("#message")).toContainText("status 404");
  await expect(chosen).toHaveText("Your own files");
  await page.getByRole("button", { name: "Back to the patches" }).click();
  await expect(chosen).toHaveText("Patches of the photographs");
  await expect(page.getByRole("combobox", { name: "Dataset" }).locator("option")).toHaveCount(2);
  complaints.length = 0;
});

test("files dropped in mid-run are refused, and the words leave with the run", async ({ page }) => {
  await openTraining(page);
  await choose(page, { arms: ["none"], epochs: 1000 });
  await start(page);
  await inState(page, "running");
  await dropFiles(page, idxPair("greys"), "#results");
  await expect(page.locator("#message")).toContainText("Stop the run before you change its pictures.");
  await page.getByRole("button", { name: "Stop" }).click();
  await inState(page, "ended");
  await expect(page.locator("#message")).toBeHidden();
});

test("pictures too small for the CNN: the message says so, and the MLP still trains", async ({ page }) => {
  await openTraining(page);
  await dropFiles(page, idxPair("greys"), "#results");
  await expect(page.locator("#dataset-note")).toContainText("8 × 8 × 1");
  await choose(page, { arms: ["none"], model: "cnn", epochs: 1 });
  await start(page);
  await expect(page.locator("#message")).toContainText("pictures of at least 16 × 16 for the cnn");
  await expect(page.locator("#run-words")).toHaveText("An error ended it: see above.");
  await choose(page, { model: "mlp" });
  await start(page);
  await expect(page.locator("#run-words")).toHaveText("Done: 1 of 1 steps.");
  await expect(page.locator("#message")).toBeHidden();
});

test("a lost device is told, in the middle of a run", async ({ page, complaints }) => {
  await page.addInitScript(() => {
    const request = GPUAdapter.prototype.requestDevice;
    GPUAdapter.prototype.requestDevice = async function (...args) {
      const device = await request.apply(this, args);
      Object.assign(globalThis, { lastDevice: device });
      return device;
    };
  });
  await openTraining(page);
  await choose(page, { arms: ["none"] });
  await start(page);
  await inState(page, "running");
  await page.evaluate(() => (globalThis as unknown as { lastDevice: GPUDevice }).lastDevice.destroy());
  await inState(page, "impossible");
  await expect(page.locator("#device-lost")).toContainText("the GPU device was lost (destroyed)");
  await page.getByRole("button", { name: "Load the page again" }).click();
  await inState(page, "ready");
  complaints.length = 0;
});

test("without WebGPU the page says what is missing, and offers nothing that cannot work", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, "gpu", { value: undefined }));
  await page.goto("/train.html");
  await inState(page, "impossible");
  await expect(page.locator("#no-webgpu")).toContainText("This browser does not offer WebGPU.");
  await expect(page.getByRole("button", { name: "Start training" })).toBeDisabled();
});

test("no arm chosen: the form says so and nothing starts", async ({ page }) => {
  await openTraining(page);
  await choose(page, { arms: [] });
  await start(page);
  await inState(page, "ready");
  await expect(page.locator("#arm-none")).toBeFocused();
});
