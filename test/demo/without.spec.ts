/** Without WebGPU, and after the device was lost. */
import { expect, test } from "./fixtures.ts";
import { mixed, openDemo, originals, settled, shownPlan } from "./page.ts";

test("without WebGPU the page says so and what to do, and the reference makes the same pictures", async ({
  page,
  context,
}) => {
  await openDemo(page);
  const [before, after, plan] = [await originals(page), await mixed(page), await shownPlan(page)];

  const without = await context.newPage();
  const complaints: string[] = [];
  without.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  without.on("pageerror", (error) => complaints.push(String(error)));
  await without.addInitScript(() => Object.defineProperty(Navigator.prototype, "gpu", { get: () => undefined }));
  await openDemo(without);
  const notice = without.locator("#no-webgpu");
  await expect(notice).toBeVisible();
  await expect(notice).toContainText("This browser does not offer WebGPU.");
  await expect(notice.getByRole("listitem")).toHaveCount(4);
  expect(await originals(without)).toEqual(before);
  expect(await mixed(without)).toEqual(after);
  expect(await shownPlan(without)).toEqual(plan);
  expect(complaints).toEqual([]);
});

test("no adapter is told apart from no WebGPU", { tag: "@whole" }, async ({ page }) => {
  await page.addInitScript(() => {
    GPU.prototype.requestAdapter = () => Promise.resolve(null);
  });
  await openDemo(page);
  await expect(page.locator("#no-webgpu")).toContainText("found no graphics adapter");
});

test("a lost device is told, and a restart continues with the same numbers", async ({ page }) => {
  await page.addInitScript(() => {
    const request = GPUAdapter.prototype.requestDevice;
    GPUAdapter.prototype.requestDevice = async function (...args) {
      const device = await request.apply(this, args);
      Object.assign(globalThis, { lastDevice: device });
      return device;
    };
  });
  await openDemo(page, "#seed=8");
  await expect(page.locator("#step-time")).toContainText("ms");
  const before = await mixed(page);
  await page.evaluate(() => (globalThis as unknown as { lastDevice: GPUDevice }).lastDevice.destroy());
  const notice = page.locator("#device-lost");
  await expect(notice).toContainText("the GPU device was lost (destroyed)");
  const restart = notice.getByRole("button", { name: "Restart with the same numbers" });
  await expect(restart).toBeFocused();
  await restart.press("Enter");
  await expect(notice).toBeHidden();
  await settled(page);
  expect(await mixed(page)).toEqual(before);
  await page.getByRole("button", { name: "Next batch" }).click();
  await settled(page);
  expect(await mixed(page)).not.toEqual(before);
});
