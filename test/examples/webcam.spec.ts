import { expect, runExample, test } from "./fixtures.ts";

/** More than the time that somebody gets to hold something up to a real camera. */
const LAG_MS = 1700;

test("webcam: without a camera a canvas plays one, whose video may lag, and the head tells both classes apart", {
  tag: "@whole",
}, async ({ page }) => {
  await page.addInitScript((lag) => {
    const { captureStream } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.captureStream = function (this: HTMLCanvasElement) {
      const late = Object.assign(document.createElement("canvas"), { width: this.width, height: this.height });
      const context = late.getContext("2d")!;
      const film = async () => {
        const picture = await createImageBitmap(this);
        setTimeout(() => {
          context.drawImage(picture, 0, 0);
          picture.close();
        }, lag);
      };
      setInterval(film, 100);
      return captureStream.call(late);
    };
  }, LAG_MS);
  const lines = await runExample(page, "webcam");
  expect(lines[0]).toBe("no camera: a canvas plays one");
  // Mixed labels leave a loss of about 0.1 to whoever tells both apart; a guess has ln 2, 0.69.
  expect(Number(/^learned in 30 steps: loss (\d+\.\d+)$/.exec(lines[1]!)?.[1])).toBeLessThan(0.45);
  const shown = lines.slice(2, 4).map((line) => /^shown the (first|second): (\d\.\d+)$/.exec(line)!);
  expect(shown.map(([, name]) => name)).toEqual(["first", "second"]);
  // How likely the right class is.
  for (const [line, , share] of shown) expect(Number(share), line).toBeGreaterThan(0.6);
  await expect(page.locator("#state")).toContainText("It sees the ");

  // A class is filmed again, and learned again.
  await page.getByRole("button", { name: "Film the second again" }).click();
  await expect(page.locator("#out")).toContainText(/(learned in 30 steps.*){2}/s);
  await expect(page.locator("#state")).toContainText("It sees the ");
  await expect(page.locator("#batch")).toHaveAttribute("aria-label", /^16 pictures: .*(first|second)/);
});
