/**
 * What goes wrong in the middle: a full disk, a lost GPU, a command to stop. Nothing half is left, and it can go on.
 */
import { open } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { run } from "../../cli/src/program.ts";
import { filesIn, idxFiles, made, mixwell, newFolder } from "./help.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

const command = (images: string, out: string) => [
  "augment",
  images,
  out,
  "--policy",
  "flipX",
  "--shards",
  "4",
  "--format",
  "png",
];

/** Runs it, and does something when the first shard is there. */
async function whenOneIsThere(args: readonly string[], then: (stop: AbortController) => void) {
  const stop = new AbortController();
  const err: string[] = [];
  let shards = 0;
  const out = () => {
    shards++;
    if (shards === 1) then(stop);
  };
  const code = await run(args, { out, err: (line) => void err.push(line), env: {}, signal: stop.signal });
  return { code, err };
}

/** What every file is written by. */
async function handles() {
  const file = await open("/dev/null");
  await file.close();
  return Object.getPrototypeOf(file) as typeof file;
}

const full = () =>
  Promise.reject(Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" }));

/** Whole shards and what speaks of them, and nothing else. */
function isTidy(out: string): boolean {
  const names = Object.keys(filesIn(out)).filter((name) => !["mixwell.json", "manifest.json"].includes(name));
  return names.every((name) => /^(manifest\/)?shard-\d{6}\.tar(\.json)?$/.test(name));
}

test("a full disk", async () => {
  const folder = newFolder();
  const images = idxFiles(folder, 40);
  await made(command(images, join(folder, "whole")));
  const out = join(folder, "out");
  const prototype = await handles();
  const { code, err } = await whenOneIsThere(command(images, out), () => {
    vi.spyOn(prototype, "write").mockImplementation(full);
  });
  expect([code, err.at(-1)]).toEqual([
    4,
    `mixwell: ${join(out, "shard-000001.tar")}: cannot be written: the disk is full`,
  ]);
  expect(isTidy(out)).toBe(true);
  vi.restoreAllMocks();
  await made(command(images, out));
  expect(filesIn(out)).toEqual(filesIn(join(folder, "whole")));
});

test("a full disk, when folders are written", async () => {
  const folder = newFolder();
  const out = join(folder, "out");
  const prototype = await handles();
  const args = [...command(idxFiles(folder, 40), out), "--to", "folder"];
  const { code, err } = await whenOneIsThere(args, () => {
    vi.spyOn(prototype, "writeFile").mockImplementation(full);
  });
  // The entry of the first folder is the next thing that is written.
  expect([code, err.at(-1)]).toEqual([4, expect.stringMatching(/cannot be written: the disk is full$/)]);
  expect(Object.keys(filesIn(out)).filter((name) => name.includes(".part-"))).toEqual([]);
});

test("a GPU that is lost", async () => {
  const folder = newFolder();
  const images = idxFiles(folder, 40);
  await made(command(images, join(folder, "whole")));
  const devices: GPUDevice[] = [];
  const { requestDevice } = GPUAdapter.prototype;
  vi.spyOn(GPUAdapter.prototype, "requestDevice").mockImplementation(async function (this: GPUAdapter, descriptor) {
    const device = await requestDevice.call(this, descriptor);
    devices.push(device);
    return device;
  });
  const out = join(folder, "out");
  const { code, err } = await whenOneIsThere(command(images, out), () => {
    for (const device of devices) device.destroy();
  });
  expect([code, err.at(-1)]).toEqual([5, expect.stringContaining("the GPU device was lost")]);
  expect(isTidy(out)).toBe(true);
  vi.restoreAllMocks();
  await made(command(images, out));
  expect(filesIn(out)).toEqual(filesIn(join(folder, "whole")));
});

test("a GPU by its name, and one that is not there", async () => {
  const asked = ["--adapter", "Voodoo"];
  const { code, err } = await mixwell(["augment", idxFiles(newFolder(), 4), join(newFolder(), "out"), ...asked]);
  const [, name] = /--adapter Voodoo: expected a GPU that is called so, found (.+?) \(\w+\)/.exec(err.at(-1)!) ?? [];
  expect([code, name]).toEqual([5, expect.any(String)]);
  const [any, named] = [await made(["doctor"]), await made(["doctor", "--adapter", name!])];
  expect(named.out).toEqual(any.out);
});

test("told to stop", async () => {
  const folder = newFolder();
  const out = join(folder, "out");
  const { code, err } = await whenOneIsThere(command(idxFiles(folder, 40), out), (stop) => stop.abort(143));
  expect([code, err]).toEqual([143, []]);
  expect(isTidy(out)).toBe(true);
  expect(Object.keys(filesIn(out))).toContain("shard-000000.tar");
  expect(Object.keys(filesIn(out))).not.toContain("shard-000003.tar");
});

test("two tasks at the same shards do no harm", async () => {
  const folder = newFolder();
  const images = idxFiles(folder, 40);
  for (const to of ["shards", "folder"]) {
    const args = (out: string) => [...command(images, join(folder, out)), "--to", to];
    await made(args(`whole-${to}`));
    await Promise.all([made(args(`both-${to}`)), made(args(`both-${to}`)), made(args(`both-${to}`))]);
    expect(filesIn(join(folder, `both-${to}`))).toEqual(filesIn(join(folder, `whole-${to}`)));
  }
});
