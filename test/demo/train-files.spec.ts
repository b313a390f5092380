/** The visitor's own pictures on the training page, and a browser without WebGPU. */
import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { dropFiles, type TestFile } from "./page.ts";
import { choose, idxPair, inState, openTraining, pickFolder, pictureFiles, start, stepsDone } from "./train-page.ts";

test.use({ keepsPage: true });

/** Pictures without folders. */
const looseFiles = (count: number): TestFile[] =>
  Object.entries(pictureFiles({ ".": count })).map(([name, bytes]) => ({ name, bytes: Uint8Array.from(bytes) }));

/** Offers a small Fashion-MNIST under data/. @param gate what its files wait for */
async function serveFashion(
  page: Page,
  { gate, status = 200 }: { gate?: Promise<void>; status?: number } = {},
): Promise<void> {
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
    Buffer.from(
      Array.from({ length: count }, (_, i) => [
        i % 10,
        ...Array.from({ length: 3072 }, (_, j) => (i * j) & 255),
      ]).flat(),
    );
  const mimeType = "application/octet-stream";
  await page.locator("#file-picker").setInputFiles([
    { name: "data_batch_1.bin", mimeType, buffer: batch(12) },
    { name: "data_batch_2.bin", mimeType, buffer: batch(11) },
    { name: "test_batch.bin", mimeType, buffer: batch(10) },
  ]);
  await expect(page.locator("#dataset-note")).toContainText("23 to train on, 10 to test with, 32 × 32 × 3, 10 classes");
});

test("a class is a folder: what has fewer than two is refused in words", async ({ page }, info) => {
  await openTraining(page);
  const message = page.locator("#message");
  await dropFiles(page, looseFiles(5), "#results");
  await expect(message).toContainText('picture0.png: expected a folder of pictures for each class, found "no folder"');
  await pickFolder(page, info.outputPath("flat"), pictureFiles({ ".": 5 }));
  await expect(message).toContainText('at least two classes (a folder of pictures for each), found ["flat"]');
  await pickFolder(page, info.outputPath("one"), pictureFiles({ cat: 5 }));
  await expect(message).toContainText('at least two classes (a folder of pictures for each), found ["cat"]');
  // Refused before anything is decoded: one of them is damaged.
  const many = pictureFiles(Object.fromEntries(Array.from({ length: 257 }, (_, i) => [`class${i}`, 1])));
  await pickFolder(page, info.outputPath("many"), { ...many, "class0/torn.png": Buffer.from("no picture\n") });
  await expect(message).toContainText("expected at most 256 classes, found 257");
  await pickFolder(page, info.outputPath("empty"), { ".DS_Store": Buffer.from("x") });
  await expect(message).toContainText(
    'pictures in a folder for each class, an IDX pair or CIFAR batches, found "no files"',
  );
  await inState(page, "ready");
  await expect(page.locator("#dataset-note")).toContainText("2,100 to train on");
});

test("a folder called test is a class, unless one called train is beside it", async ({ page }, info) => {
  await openTraining(page);
  await pickFolder(page, info.outputPath("trial"), pictureFiles({ control: 10, test: 10 }));
  await expect(page.locator("#dataset-note")).toContainText("16 to train on, 4 to test with, 32 × 32 × 3, 2 classes");
});

test("test pictures have the classes of the training folders", { tag: "@whole" }, async ({ page }, info) => {
  await openTraining(page);
  const train = { "train/bird": 12, "train/cat": 12, "train/dog": 12 };
  await pickFolder(page, info.outputPath("pets"), pictureFiles({ ...train, "test/cat": 6, "test/dog": 6 }));
  await expect(page.locator("#dataset-note")).toContainText("36 to train on, 12 to test with, 32 × 32 × 3, 3 classes");
  await choose(page, { arms: ["none"], epochs: 10, batchSize: 12 });
  await start(page);
  await inState(page, "ended");
  // A class a colour is learned at once; with other ids on the test side nothing is right.
  const column = (await page.locator("#results-head th").allTextContents()).findIndex((words) =>
    /test accuracy/i.test(words),
  );
  await expect(page.locator("#results-body tr > *").nth(column)).toHaveText("100.0 %");
  await pickFolder(page, info.outputPath("strange"), pictureFiles({ ...train, "test/cat": 6, "test/cow": 1 }));
  await expect(page.locator("#message")).toContainText(
    'strange/test/cow/picture0.png: expected a class of the training folders (bird, cat, dog), found "cow".',
  );
});

test("what is no picture, or lies in no class, is left out of a folder and counted; a damaged picture is refused", async ({
  page,
}, info) => {
  await openTraining(page);
  const files = pictureFiles({ cat: 5, dog: 5 });
  const strays = {
    "README.txt": Buffer.from("pets\n"),
    "cat/Thumbs.db": Buffer.from("x"),
    ".DS_Store": Buffer.from("x"),
  };
  await pickFolder(page, info.outputPath("pets"), { ...files, ...strays, ...pictureFiles({ ".": 1 }) });
  await expect(page.locator("#dataset-note")).toContainText("8 to train on, 2 to test with, 32 × 32 × 3, 2 classes.");
  await expect(page.locator("#dataset-note")).toContainText("2 other files were left out.");
  await pickFolder(page, info.outputPath("damaged"), { ...files, "dog/torn.png": Buffer.from("no picture\n") });
  await expect(page.locator("#message")).toContainText(
    "damaged/dog/torn.png: expected a picture this browser can decode",
  );
});

test("a dataset that the server offers is fetched when it is chosen", { tag: "@whole" }, async ({ page }) => {
  await serveFashion(page);
  await openTraining(page);
  const offer = page.getByRole("combobox", { name: "Dataset" });
  await offer.selectOption("Fashion-MNIST");
  await expect(page.locator("#dataset-note")).toContainText(
    "Fashion-MNIST: 40 to train on, 40 to test with, 8 × 8 × 1, 10 classes",
  );
  await choose(page, { arms: ["mixup"], epochs: 1, batchSize: 40 });
  await start(page);
  await inState(page, "ended");
  await expect(page.locator("#strips canvas")).toHaveAttribute("aria-label", /T-shirt|Trouser|Pullover|Dress/);
  await offer.selectOption("Patches of the photographs");
  await expect(page.locator("#dataset-note")).toContainText("2,100 to train on");
});

test("a load that another one has overtaken changes nothing when it ends, well or not", { tag: "@whole" }, async ({
  page,
  complaints,
}) => {
  let open = () => {};
  const gated = (status: number) =>
    serveFashion(page, {
      status,
      gate: new Promise((resolve) => {
        open = resolve;
      }),
    });
  await gated(200);
  await openTraining(page);
  const offer = page.getByRole("combobox", { name: "Dataset" });
  for (const status of [200, 500]) {
    // The last route that was given is asked first.
    if (status !== 200) await gated(status);
    await offer.selectOption("Fashion-MNIST");
    await expect(page.locator("#run-words")).toContainText("Fetching fashion-mnist/train-images-idx3-ubyte");
    await offer.selectOption("Patches of the photographs");
    await inState(page, "ready");
    await choose(page, { arms: ["none"], epochs: 1000, batchSize: 16 });
    await start(page);
    await inState(page, "running");
    open();
    // By then a load of forty pictures has long ended.
    const before = await stepsDone(page);
    await expect.poll(() => stepsDone(page)).toBeGreaterThan(before + 20);
    await inState(page, "running");
    await expect(page.locator("#message")).toBeHidden();
    await expect(page.locator("#dataset-note")).toContainText("2,100 to train on");
    await expect(offer).toHaveValue("");
    await page.getByRole("button", { name: "Stop" }).click();
    await inState(page, "ended");
    // Of the request that was given up.
    complaints.length = 0;
  }
});

test("own files that fail while the patches are still on their way: the words stay, and the patches come", async ({
  page,
}) => {
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  await page.route("**/photos/*.png", async (route) => {
    await gate;
    await route.continue();
  });
  await page.goto("/train.html");
  await expect(page.locator("#adapter")).not.toContainText("looking for a GPU");
  await dropFiles(page, looseFiles(2), "#results");
  await expect(page.locator("#message")).toContainText("a folder of pictures for each class");
  open();
  await inState(page, "ready");
  await expect(page.locator("#message")).toBeVisible();
  await expect(page.locator("#dataset-note")).toContainText("2,100 to train on");
});

test("the menu names the pictures in use: own files too, and the old ones after a failure", async ({
  page,
  complaints,
}) => {
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

test("files dropped in mid-run are refused, and the words leave with the run", { tag: "@whole" }, async ({ page }) => {
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

test("no arm chosen: the form says so and nothing starts", async ({ page }) => {
  await openTraining(page);
  await choose(page, { arms: [] });
  await start(page);
  await inState(page, "ready");
  await expect(page.locator("#arm-none")).toBeFocused();
});

test.describe("on a page of its own", () => {
  test.use({ keepsPage: false });

  test("a lost device is told, in the middle of a run", { tag: "@whole" }, async ({ page, complaints }) => {
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
});
