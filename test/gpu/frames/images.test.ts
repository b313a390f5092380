/**
 * What a browser shows as frames: videos, VideoFrames, bitmaps, canvases. Their bytes are those of a canvas that they
 * are drawn on.
 */
import { createEngine, type FrameSource, liveFrames, ops } from "mixwell";
import { afterEach, describe, expect, inject, test } from "vitest";
import { inBrowser } from "../../files.ts";
import { noise } from "../../random.ts";
import { getDevice } from "../device.ts";
import { watch } from "../help.ts";
import { expectRefused } from "../refused.ts";
import { bytesIn, bytesOf, type Picture, passing, picture, wanted } from "./help.ts";

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** How many frames leave memory flat. */
const FRAMES = inject("sweeps") === "whole" ? 500 : 200;

const SIZES = [
  [640, 480],
  [226, 170],
] as const;

/** What a canvas has when a frame was drawn on it. */
function canvasOf(frame: CanvasImageSource, width: number, height: number) {
  const context = new OffscreenCanvas(width, height).getContext("2d")!;
  context.drawImage(frame, 0, 0, width, height);
  return context.getImageData(0, 0, width, height) as unknown as ReturnType<typeof picture>;
}

function element(one: ReturnType<typeof picture>): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width: one.width, height: one.height });
  canvas.getContext("2d")!.putImageData(imageData(one), 0, 0);
  return canvas;
}

const imageData = ({ data, width, height }: ReturnType<typeof picture>) =>
  new ImageData(Uint8ClampedArray.from(data), width, height);

/** A video that shows a canvas. */
async function videoOf(canvas: HTMLCanvasElement): Promise<HTMLVideoElement> {
  const video = document.createElement("video");
  video.muted = true;
  video.srcObject = canvas.captureStream();
  const context = canvas.getContext("2d")!;
  // A stream begins with the next thing that is drawn.
  context.putImageData(context.getImageData(0, 0, 1, 1), 0, 0);
  await video.play();
  ends.push(() => {
    for (const track of (video.srcObject as MediaStream).getTracks()) track.stop();
  });
  return video;
}

/** A frame as cameras make them: brightness and colour apart, colour at half the size. */
function cameraFrame(width: number, height: number, init: Partial<VideoFrameBufferInit> = {}): VideoFrame {
  const smooth = Uint8Array.from({ length: (width * height * 3) / 2 }, (_, i) => 60 + ((i * 7) % 130));
  const colorSpace: VideoColorSpaceInit = { matrix: "bt709", primaries: "bt709", transfer: "bt709", fullRange: false };
  return new VideoFrame(smooth, {
    format: "I420",
    codedWidth: width,
    codedHeight: height,
    timestamp: 0,
    colorSpace,
    ...init,
  });
}

/** Whether the browser itself copies a canvas that nothing was drawn on: Firefox does, as transparent. */
function browserTakes(device: GPUDevice, bare: OffscreenCanvas): boolean {
  const usage = GPUTextureUsage.COPY_DST | GPUTextureUsage.RENDER_ATTACHMENT;
  const texture = device.createTexture({ size: [bare.width, bare.height], format: "rgba8unorm", usage });
  try {
    device.queue.copyExternalImageToTexture({ source: bare }, { texture }, [bare.width, bare.height]);
    return true;
  } catch {
    return false;
  } finally {
    texture.destroy();
  }
}

const shown = () => {
  describe.each(SIZES)("%d × %d: the bytes of the same picture uploaded by hand", (width, height) => {
    const one = picture(width, height);
    const kinds: [string, () => FrameSource | Promise<FrameSource>][] = [
      ["canvas", () => element(one)],
      [
        "OffscreenCanvas",
        () => {
          const canvas = new OffscreenCanvas(width, height);
          canvas.getContext("2d")!.putImageData(imageData(one), 0, 0);
          return canvas;
        },
      ],
      ["ImageBitmap", () => createImageBitmap(imageData(one))],
      ["ImageData", () => imageData(one)],
      ["VideoFrame", () => new VideoFrame(element(one), { timestamp: 0 })],
      [
        "image",
        async () => {
          const image = new Image();
          image.src = element(one).toDataURL();
          await image.decode();
          return image;
        },
      ],
      ["video", () => videoOf(element(one))],
    ];
    test.each(kinds)("%s", async (_, make) => {
      const frame = await make();
      expect(await bytesOf([frame, frame])).toEqual([...(await wanted([one])), ...(await wanted([one]))]);
      if ("close" in frame) frame.close();
    });

    test("a frame with a camera's colours has those that a canvas gives it", async () => {
      const frame = cameraFrame(width, height);
      expect(await bytesOf([frame])).toEqual(await wanted([canvasOf(frame, width, height)]));
      frame.close();
    });
  });

  const displays: [string, VideoFrameInit, [number, number]][] = [
    ["turned", { rotation: 90 } as VideoFrameInit, [40, 60]],
    ["turned over", { rotation: 180 } as VideoFrameInit, [60, 40]],
    ["mirrored", { flip: true } as VideoFrameInit, [60, 40]],
    ["turned and mirrored", { rotation: 270, flip: true } as VideoFrameInit, [40, 60]],
    ["a part of it", { visibleRect: { x: 10, y: 4, width: 32, height: 20 } }, [32, 20]],
    ["stretched", { displayWidth: 90, displayHeight: 40 }, [90, 40]],
    [
      "a part of it, stretched",
      { visibleRect: { x: 10, y: 4, width: 32, height: 20 }, displayWidth: 20, displayHeight: 33 },
      [20, 33],
    ],
  ];
  test.for(displays)(
    "a VideoFrame that is %s is taken as it is displayed (trap V1)",
    async ([, init, [width, height]], { skip, task }) => {
      if (("rotation" in init || "flip" in init) && !("rotation" in VideoFrame.prototype)) {
        Object.assign(task.meta, { why: "this browser's VideoFrames are never turned" });
        skip();
      }
      const frame = new VideoFrame(element(picture(60, 40)), { timestamp: 0, ...init });
      expect([frame.displayWidth, frame.displayHeight]).toEqual([width, height]);
      const seen = canvasOf(frame, width, height);
      expect(await bytesOf([frame])).toEqual(await wanted([seen]));
      // And is resized like any other picture.
      const options = { height: 16, width: 16, channels: 1 } as const;
      expect(await bytesOf([frame], options)).toEqual(await wanted([seen], options));
      frame.close();
    },
  );

  test("transparency lies over the background, or stays", async () => {
    const one = picture(30, 20, { alpha: true });
    const whole = { channels: 4 } as const;
    const over = { background: [255, 0, 128] } as const;
    for (const options of [over, whole, { ...whole, height: 7, width: 9 }])
      expect(await bytesOf([imageData(one)], options)).toEqual(await wanted([one], options));

    const asGiven = { premultiplyAlpha: "none", colorSpaceConversion: "none" } as const;
    const bitmapOf = (one: Picture) => createImageBitmap(imageData(one), asGiven);
    // Firefox multiplies the colours of a bitmap by alpha, whatever it is asked. What it shows over a background is
    // then rounded twice.
    const faint = { data: Uint8Array.of(200, 100, 50, 3), width: 1, height: 1 };
    const keeps = String(await bytesOf([await bitmapOf(faint)], whole)) === String([...faint.data]);
    const bitmap = await bitmapOf(one);
    const expected = await wanted([one], over);
    const far = (await bytesOf([bitmap], over)).filter((value, i) => Math.abs(value - expected[i]!) > (keeps ? 0 : 1));
    expect(far).toEqual([]);
    if (keeps) expect(await bytesOf([bitmap], whole)).toEqual(await wanted([one], whole));
    bitmap.close();
  });

  test("kinds and sizes in one batch, each cropped and resized by the rule for pictures", async () => {
    const pictures = [
      picture(64, 48, { seed: 1 }),
      picture(31, 90, { seed: 2 }),
      picture(16, 16, { seed: 3 }),
      picture(8, 5, { seed: 4 }),
    ];
    const [a, b, c, d] = pictures as [
      (typeof pictures)[0],
      (typeof pictures)[0],
      (typeof pictures)[0],
      (typeof pictures)[0],
    ];
    const frames = [
      element(a),
      new VideoFrame(element(b), { timestamp: 0 }),
      imageData(c),
      await createImageBitmap(imageData(d)),
    ];
    const options = { height: 16, width: 16 };
    expect(await bytesOf(frames, options)).toEqual(await wanted(pictures, options));
    (frames[1] as VideoFrame).close();
    (frames[3] as ImageBitmap).close();
  });

  test("frames may be closed, and canvases drawn on, when the call returns", async () => {
    const [one, two, three] = [
      picture(24, 18, { seed: 1 }),
      picture(24, 18, { seed: 2 }),
      picture(24, 18, { seed: 3 }),
    ];
    const frame = new VideoFrame(element(one), { timestamp: 0 });
    const bitmap = await createImageBitmap(imageData(two));
    const canvas = element(three);
    const engine = await passing();
    const batch = engine.run({ frames: [frame, bitmap, canvas] }, { step: 0 });
    frame.close();
    bitmap.close();
    canvas.getContext("2d")!.fillRect(0, 0, 24, 18);
    canvas.width = 3;
    expect(await bytesIn(engine, batch)).toEqual(
      (await Promise.all([one, two, three].map((each) => wanted([each])))).flat(),
    );
    engine.destroy();
  });

  test(`nothing is read back, and ${FRAMES} frames of a video leave memory flat`, async () => {
    const device = await getDevice();
    const video = await videoOf(element(picture(226, 170)));
    const policy = [ops.rotate({ degrees: [-20, 20] }), ops.flipX({ prob: 0.5 })];
    const engine = await createEngine(device, { policy, frames: liveFrames({ height: 64, width: 64 }) });
    const { mapAsync } = GPUBuffer.prototype;
    let maps = 0;
    GPUBuffer.prototype.mapAsync = function (...given) {
      maps++;
      return mapAsync.apply(this, given);
    };
    const step = (i: number) => {
      const frame = new VideoFrame(video, { timestamp: 0 });
      engine.run({ frames: [video, frame] }, { step: i });
      frame.close();
    };
    try {
      for (let i = 0; i < 10; i++) step(i);
      const seen = watch(device);
      for (let i = 10; i < 10 + FRAMES / 2; i++) {
        step(i);
        if (i % 25 === 0) await device.queue.onSubmittedWorkDone();
      }
      seen.stop();
      const made = Object.keys(seen.calls).filter(
        (name) => name.startsWith("create") && !/CommandEncoder|BindGroup$/.test(name),
      );
      // A program grows with what was drawn, a few times.
      expect(made.filter((name) => name !== "createBuffer")).toEqual([]);
      expect(seen.calls.createBuffer ?? 0).toBeLessThanOrEqual(2);
      expect(maps).toBe(0);
    } finally {
      GPUBuffer.prototype.mapAsync = mapAsync;
    }
    engine.destroy();
  });

  test("wrong frames are refused by name, before anything is made or copied", async () => {
    const device = await getDevice();
    const engine = await passing();
    const closedFrame = new VideoFrame(element(picture(8, 8)), { timestamp: 0 });
    closedFrame.close();
    const closedBitmap = await createImageBitmap(imageData(picture(8, 8)));
    closedBitmap.close();
    const empty = new OffscreenCanvas(0, 8);
    const loading = new Image();
    loading.src = element(picture(64, 64)).toDataURL();
    const fresh = new Image();
    const broken = new Image();
    broken.src = "data:image/png;base64,AAAA";
    await broken.decode().catch(() => undefined);
    const failed = document.createElement("video");
    failed.src = "data:video/webm;base64,AAAA";
    await new Promise((done) => failed.addEventListener("error", done, { once: true }));
    const open = new VideoFrame(element(picture(8, 8)), { timestamp: 0 });
    // Firefox has none.
    const external = device.importExternalTexture?.({ source: open });
    const wide = new OffscreenCanvas(9000, 1);
    wide.getContext("2d");
    const run = (frame: unknown) => () => engine.run({ frames: [frame as FrameSource] }, { step: 0 });
    const at = "InputError: input.frames[0]: expected";
    const LIST = "a video, VideoFrame, ImageBitmap, canvas, OffscreenCanvas, image, ImageData or GPUTexture";
    const message = failed.error!.message;
    await expectRefused([
      ["a closed VideoFrame", run(closedFrame), `${at} an open VideoFrame, found a closed one`],
      ["a closed ImageBitmap", run(closedBitmap), `${at} an open ImageBitmap, found a closed one`],
      [
        "a video without a source",
        run(document.createElement("video")),
        `${at} a video that shows a picture (wait for its event loadeddata), found readyState 0, 0 × 0 pixels`,
      ],
      [
        "a video that cannot be played",
        run(failed),
        `${at} a video that can be played, found ${message || `error ${failed.error!.code}`}`,
      ],
      ["a canvas without pixels", run(empty), `${at} a canvas with pixels, found 0 × 8 pixels`],
      ["an image without a source", run(fresh), `${at} an image that could be loaded, found a broken one`],
      ["an image that is none", run(broken), `${at} an image that could be loaded, found a broken one`],
      ["a canvas's context", run(empty.getContext("2d")), `${at} ${LIST}, found OffscreenCanvasRenderingContext2D`],
      ["a stream", run(new MediaStream()), `${at} ${LIST}, found MediaStream`],
      ["a file", run(new Blob([])), `${at} ${LIST}, found Blob`],
      ["the name of an element", run("#video"), `${at} ${LIST}, found "#video"`],
      ["more pixels than a texture has", run(wide), `${at} at most 8192 × 8192 pixels on this device, found 9000 × 1`],
    ]);
    if (external)
      await expectRefused([
        [
          "an external texture",
          run(external),
          `${at} the video or VideoFrame that it was imported from, found GPUExternalTexture`,
        ],
      ]);
    open.close();
    await loading.decode();
    engine.destroy();
  });

  test("what only the browser knows is said in its words, and the engine goes on", async () => {
    const one = picture(8, 8);
    const engine = await passing();
    // Pixels that this page may not have: a picture of another origin, which is what the insides of an SVG count as.
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><foreignObject width="8" height="8"><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject></svg>`;
    const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
    const image = new Image();
    image.src = url;
    await image.decode();
    const tainted = new OffscreenCanvas(8, 8);
    tainted.getContext("2d")!.drawImage(image, 0, 0);
    const isTainted = (() => {
      try {
        tainted.getContext("2d")!.getImageData(0, 0, 1, 1);
        return false;
      } catch {
        return true;
      }
    })();
    const bare = new OffscreenCanvas(8, 8);
    const expected = /^input\.frames\[1\]: expected a picture whose pixels this page may have, found \w+Error: /;
    const isRefused = !browserTakes(await getDevice(), bare);
    if (isRefused) expect(() => engine.run({ frames: [element(one), bare] }, { step: 0 })).toThrow(expected);
    if (isTainted) expect(() => engine.run({ frames: [element(one), tainted] }, { step: 0 })).toThrow(expected);
    expect(await bytesIn(engine, engine.run({ frames: [element(one)] }, { step: 1 }))).toEqual(await wanted([one]));
    URL.revokeObjectURL(url);
    engine.destroy();
  });

  test("what an engine has of frames goes with it, and frames stay the caller's", async () => {
    const device = await getDevice();
    const seen = watch(device);
    const engine = await passing({ height: 8, width: 8 });
    const bitmap = await createImageBitmap(imageData(picture(30, 20)));
    engine.run({ frames: [bitmap] }, { step: 0 });
    await device.queue.onSubmittedWorkDone();
    engine.destroy();
    seen.stop();
    expect(bitmap.width).toBe(30);
    expect(() => engine.run({ frames: [bitmap] }, { step: 1 })).toThrow("this engine was destroyed");
    bitmap.close();
  });
};

// Node has none of them.
if (inBrowser) describe("frames that a browser shows", shown);

test("in Node a frame is a texture, and all else is refused as everywhere", async () => {
  const engine = await passing();
  const data = noise(16);
  expect(() => engine.run({ frames: [{ data, width: 2, height: 2 } as never] }, { step: 0 })).toThrow(
    /^input\.frames\[0\]: expected a video, VideoFrame, .* or GPUTexture, found Object$/,
  );
  engine.destroy();
});
