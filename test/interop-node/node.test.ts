/**
 * `mixwell/node`: an engine on Dawn, what is said where Dawn or a driver is missing, and a process that lives and ends
 * as it should.
 */
import { spawnSync } from "node:child_process";
import { createEngine, Dataset, mixup, NoWebGpuError } from "mixwell";
import { createNodeDevice } from "mixwell/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Built, buildAdapter } from "./run.ts";

let built: Built;
beforeAll(async () => {
  built = await buildAdapter();
});
afterAll(() => built.remove());

describe("in this process", () => {
  test("it gives a device that an engine works on, and WebGPU's globals", async () => {
    const { gpu, adapter, device, close } = await createNodeDevice({
      label: "mine",
      requiredLimits: { maxBindGroups: 4 },
    });
    expect(navigator.gpu).toBe(gpu);
    expect([device.label, typeof adapter.info.vendor, GPUBufferUsage.STORAGE]).toEqual(["mine", "string", 128]);
    const images = Uint8Array.from({ length: 4 * 16 }, (_, i) => i);
    const dataset = await Dataset.fromArrays(device, {
      images,
      shape: [4, 4, 4, 1],
      labels: Uint32Array.of(0, 1, 2, 3),
      classes: 4,
    });
    const engine = await createEngine(device, { policy: mixup(), labels: { classes: 4 } });
    const host = await engine.read(engine.run({ dataset, indices: [0, 1, 2, 3] }, { epoch: 1 }));
    expect([host.images.length, host.labels!.length]).toEqual([64, 16]);
    for (let row = 0; row < 4; row++)
      expect(host.labels!.slice(4 * row, 4 * row + 4).reduce((sum, share) => sum + share)).toBeCloseTo(1, 6);
    engine.destroy();
    dataset.destroy();
    close();
    expect((await device.lost).reason).toBe("destroyed");
    expect(navigator.gpu).toBeUndefined();
  });

  test("two devices live side by side; the first stays in navigator until it is closed", async () => {
    const [first, second] = [
      await createNodeDevice(),
      await createNodeDevice({ dawnOptions: ["disable-dawn-features=timestamp_quantization"] }),
    ];
    expect(navigator.gpu).toBe(first.gpu);
    second.close();
    second.close();
    expect(navigator.gpu).toBe(first.gpu);
    const engine = await createEngine(first.device, { policy: [] });
    const images = first.device.createBuffer({ size: 4, usage: GPUBufferUsage.STORAGE });
    const batch = engine.run({ images, size: 1, height: 2, width: 2, channels: 1 }, { step: 0 });
    expect([...(await engine.read(batch)).images]).toEqual([0, 0, 0, 0]);
    first.close();
    expect(navigator.gpu).toBeUndefined();
  });

  test.each([[[]], [["disable-dawn-features=timestamp_quantization"]]])(
    "a device that stays open keeps navigator's (%j)",
    async (dawnOptions) => {
      const first = await createNodeDevice();
      const second = await createNodeDevice({ dawnOptions });
      first.close();
      expect(navigator.gpu).toBe(second.gpu);
      const third = await createNodeDevice();
      expect(navigator.gpu).toBe(second.gpu);
      second.close();
      expect(navigator.gpu).toBe(third.gpu);
      third.close();
      expect(navigator.gpu).toBeUndefined();
    },
  );

  test("somebody else's navigator.gpu stays theirs", async () => {
    const theirs = { requestAdapter: async () => null } as unknown as GPU;
    Object.defineProperty(navigator, "gpu", { value: theirs, configurable: true });
    const { close } = await createNodeDevice();
    expect(navigator.gpu).toBe(theirs);
    close();
    expect(navigator.gpu).toBe(theirs);
    Reflect.deleteProperty(navigator, "gpu");
  });

  test("a misspelt option is refused", async () => {
    await expect(createNodeDevice({ adapterOption: {} } as never)).rejects.toThrow(
      /createNodeDevice\.options: expected only .*did you mean adapterOptions\?\), found "adapterOption"/,
    );
  });

  test("what WebGPU refuses is WebGPU's own error", async () => {
    await expect(createNodeDevice({ requiredLimits: { maxBindGroups: 4000 } })).rejects.not.toThrow(NoWebGpuError);
    expect(navigator.gpu).toBeUndefined();
  });
});

describe("in a process of its own", () => {
  const say = (promise: string) =>
    `await ${promise}.then(() => console.log("made one"), (error) => console.log(error.name + ": " + error.message));`;

  // Only there does a variable name the driver, so that it can be led astray.
  test.runIf(process.platform === "linux")("without a driver it says so, and what to look at", () => {
    const env = { VK_ICD_FILENAMES: "/nowhere/driver.json", VK_DRIVER_FILES: "/nowhere/driver.json" };
    const { status, output } = built.run(say("node.createNodeDevice()"), { env });
    expect(output).toContain(
      'NoWebGpuError: Dawn found no GPU driver here. VK_DRIVER_FILES names "/nowhere/driver.json", which cannot be read',
    );
    expect(status).toBe(0);
  });

  // A file that is no driver stands in for one; the loader is the system's or the browser's.
  test.runIf(process.platform === "linux")(
    "with a description that can be read, and of no driver, it does not say that it can't be",
    () => {
      const env = { VK_ICD_FILENAMES: import.meta.filename, VK_DRIVER_FILES: import.meta.filename };
      const { output } = built.run(say("node.createNodeDevice()"), { env });
      expect(output).toContain(`VK_DRIVER_FILES names "${import.meta.filename}", which can be read`);
    },
  );

  // Whether the system has a loader of its own decides what is right to say.
  test.runIf(process.platform === "linux")(
    "without libvulkan it names libvulkan, and not the driver that can be read",
    () => {
      const found = spawnSync("ldconfig", ["-p"], {
        encoding: "utf8",
        env: { ...process.env, PATH: `${process.env.PATH}:/sbin:/usr/sbin` },
      });
      const hasOwn = /libvulkan\.so\.1 /.test(found.stdout ?? "");
      const { status, output } = built.run(say("node.createNodeDevice()"), { env: { LD_LIBRARY_PATH: "/nowhere" } });
      if (hasOwn) expect(output).not.toContain("libvulkan.so.1, Vulkan's loader, was not found");
      else {
        expect(output).toContain(
          "NoWebGpuError: Dawn found no GPU driver here. libvulkan.so.1, Vulkan's loader, was not found: install it",
        );
        expect(output).not.toContain("names");
      }
      expect(status).toBe(0);
    },
  );

  test("without the package it says what to install", () => {
    const { status, output } = built.run(say("node.createNodeDevice()"), { outside: true });
    expect(output).toContain(
      "NoWebGpuError: the package `webgpu` (Dawn for Node) is not installed: npm install webgpu",
    );
    expect(status).toBe(0);
  });

  test("Dawn survives garbage collection while only the device is held, and the process ends by itself", () => {
    const body = `
      // The first is held by navigator.gpu as well, the second by nobody else.
      await node.createNodeDevice();
      const { device } = await node.createNodeDevice();
      for (let round = 0; round < 10; round++) {
        globalThis.gc();
        await new Promise((done) => setTimeout(done, 5));
      }
      const engine = await mixwell.createEngine(device, { policy: [] });
      const images = device.createBuffer({ size: 4, usage: GPUBufferUsage.STORAGE });
      const batch = engine.run({ images, size: 1, height: 2, width: 2, channels: 1 }, { step: 0 });
      console.log("read", (await engine.read(batch)).images.length);`;
    const { status, output } = built.run(body, { flags: ["--expose-gc"] });
    expect(output).toContain("read 4");
    expect(status).toBe(0);
  });

  test("what is still held after close says that it is used up, and does not end the process", () => {
    const body = `
      const { adapter, device } = await (async () => {
        const { adapter, device, close } = await node.createNodeDevice();
        close();
        return { adapter, device };
      })();
      for (let round = 0; round < 10; round++) {
        globalThis.gc();
        await new Promise((done) => setTimeout(done, 5));
      }
      await adapter.requestDevice().then(() => console.log("made one"), () => console.log("no second device"));
      device.createBuffer({ size: 4, usage: GPUBufferUsage.STORAGE }).destroy();
      console.log("still here");`;
    const { status, output } = built.run(body, { flags: ["--expose-gc"] });
    expect(output).toContain("no second device");
    expect(output).toContain("still here");
    expect(status).toBe(0);
  });

  test.each([
    ["a buffer", "return device.createBuffer({ size: 16, usage: GPUBufferUsage.STORAGE });"],
    ["the queue", "return device.queue;"],
    [
      "a mapping under way",
      "void device.createBuffer({ size: 16, usage: GPUBufferUsage.MAP_READ }).mapAsync(1).catch(() => {});",
    ],
    ["an error scope under way", "device.pushErrorScope('validation'); void device.popErrorScope().catch(() => {});"],
  ])("%s left over when it is closed does not end the process", (_, rest) => {
    const body = `
      const left = await (async () => {
        const { device, close } = await node.createNodeDevice();
        try { ${rest} } finally { close(); }
      })();
      for (let round = 0; round < 20; round++) {
        globalThis.gc();
        await new Promise((done) => setTimeout(done, 5));
      }
      console.log("still here", typeof left);`;
    const { status, output } = built.run(body, { flags: ["--expose-gc"] });
    expect(output).toContain("still here");
    expect(status).toBe(0);
  });

  test.each(["nothing closed", "closed"])("it ends by itself with %s, in a strict Node without warnings", (how) => {
    const close = how === "closed" ? "made.close(); made.close();" : "";
    const { status, output } = built.run(`const made = await node.createNodeDevice(); ${close} console.log("done");`, {
      flags: ["--throw-deprecation"],
    });
    expect([status, output.trim()]).toEqual([0, "done"]);
  });
});
