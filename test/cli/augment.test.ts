/** `mixwell augment`: the same bytes whoever makes them, in whatever order, however often it was ended. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { filesIn, idxFiles, made, mixwell, newFolder, pictureFolder, put } from "./help.ts";
import { entriesOf } from "./untar.ts";

const POLICY = ["--policy", "flipX", "--policy", "cutmix", "--seed", "7"];

test("tasks of every scheduler make what one process makes, byte for byte", async () => {
  const folder = newFolder();
  const images = idxFiles(folder, 50);
  const command = (out: string) => [
    "augment",
    images,
    join(folder, out),
    ...POLICY,
    "--shards",
    "5",
    "--format",
    "png",
  ];
  expect((await mixwell(command("one"))).err).toEqual([
    `${join(folder, "one")}: 5 shards; 0 were there; all shards are whole`,
  ]);
  for (const SLURM_ARRAY_TASK_ID of ["2", "0", "1"]) {
    const env = { SLURM_ARRAY_TASK_MIN: "0", SLURM_ARRAY_TASK_MAX: "2", SLURM_ARRAY_TASK_COUNT: "3" };
    expect((await mixwell(command("three"), { SLURM_ARRAY_TASK_ID, ...env })).code).toBe(0);
  }
  expect(filesIn(join(folder, "three"))).toEqual(filesIn(join(folder, "one")));
  expect(Object.keys(filesIn(join(folder, "one"))).length).toBe(5 + 5 + 2);
});

test("the batch's size, and who is in a batch, change nothing with partners from the dataset", async () => {
  const folder = newFolder();
  const images = idxFiles(folder, 50);
  const shards: Record<string, string>[] = [];
  for (const batch of ["3", "64"]) {
    const out = join(folder, batch);
    await made(["augment", images, out, ...POLICY, "--shards", "2", "--format", "npy", "--batch", batch]);
    const { "mixwell.json": _, ...files } = filesIn(out);
    shards.push(files);
  }
  expect(shards[0]).toEqual(shards[1]);
});

test("how many threads decode changes nothing", async () => {
  const folder = newFolder();
  const input = await pictureFolder(join(folder, "in"), ["cat", "dog"], 12);
  const outs = ["0", "1", "3"].map((workers) => ({ workers, out: join(folder, workers) }));
  for (const { workers, out } of outs) {
    const more = ["--shards", "3", "--batch", "4", "--size", "18", "--format", "png", "--workers", workers];
    await made(["augment", input, out, ...POLICY, ...more]);
  }
  const [none, ...others] = outs.map(({ out }) => filesIn(out));
  for (const files of others) expect(files).toEqual(none);
});

test("what is there is not made again, what is missing is, and what was left is taken away", async () => {
  const folder = newFolder();
  const out = join(folder, "out");
  const command = ["augment", idxFiles(folder, 30), out, ...POLICY, "--shards", "3", "--format", "png"];
  await made(command);
  const whole = filesIn(out);
  rmSync(join(out, "manifest/shard-000001.tar.json"));
  rmSync(join(out, "shard-000002.tar"));
  rmSync(join(out, "manifest.json"));
  // A process that is no more, and one that began a shard by the same name.
  writeFileSync(join(out, `shard-000001.tar.part-elsewhere-1-0123456789ab`), "half");
  const host = hostname().replaceAll(/[^A-Za-z0-9]/g, "_");
  writeFileSync(join(out, `shard-000002.tar.part-${host}-999999999-0123456789ab`), "half");
  const inspected = await mixwell(["inspect", out]);
  expect(inspected.code).toBe(6);
  expect(JSON.parse(inspected.out[0]!)).toMatchObject({ whole: 1, missing: ["shard-000001.tar", "shard-000002.tar"] });
  expect((await mixwell(command)).err).toEqual([`${out}: 3 shards; 1 were there; all shards are whole`]);
  // Another machine's writer may be at work still.
  const left = readdirSync(out).filter((name) => name.includes(".part-"));
  expect(left).toEqual(["shard-000001.tar.part-elsewhere-1-0123456789ab"]);
  rmSync(join(out, left[0]!));
  expect(filesIn(out)).toEqual(whole);
  expect((await mixwell(["inspect", out, "--verify"])).code).toBe(0);
});

test("another command does not touch what one has begun, nor a folder of somebody's", async () => {
  const folder = newFolder();
  const out = join(folder, "out");
  const images = idxFiles(folder, 8);
  await made(["augment", images, out, "--shards", "1"]);
  const before = filesIn(out);
  for (const more of [
    ["--seed", "1"],
    ["--policy", "flipX"],
    ["--format", "png"],
    ["--shards", "2"],
    ["--limit", "7"],
  ]) {
    const { code, err } = await mixwell(["augment", images, out, "--shards", "1", ...more]);
    expect([code, err[0]]).toEqual([4, expect.stringContaining("it differs in ")]);
  }
  const theirs = put(join(folder, "theirs/thesis.txt"), "years of work");
  const refused = await mixwell(["augment", images, join(folder, "theirs")]);
  expect([refused.code, refused.err[0]]).toEqual([4, expect.stringContaining("found thesis.txt")]);
  expect(readFileSync(theirs, "utf8")).toBe("years of work");
  expect(filesIn(out)).toEqual(before);
});

test("a folder's pictures, to a folder with labels and to shards: sizes, classes and shares", async () => {
  const folder = newFolder();
  const input = await pictureFolder(join(folder, "in"), ["cat", "dog", "emu"], 4);
  const command = ["augment", input, "--policy", "mixup:1", "--size", "16x12", "--variants", "2", "--epochs", "2"];
  expect(
    (await mixwell([...command, join(folder, "folder"), "--to", "folder", "--format", "png", "--shards", "4"])).code,
  ).toBe(0);
  const lines = readdirSync(join(folder, "folder"))
    .filter((name) => name.startsWith("part-"))
    .flatMap((part) =>
      readFileSync(join(folder, "folder", part, "labels.jsonl"), "utf8")
        .trim()
        .split("\n")
        .map((line) => ({ part, ...JSON.parse(line) })),
    );
  expect(lines.length).toBe(12 * 2 * 2);
  expect(new Set(lines.map(({ id, epoch, variant }) => `${id} ${epoch} ${variant}`)).size).toBe(48);
  for (const { part, file, label, classes, shares } of lines) {
    const { width, height } = await sharp(join(folder, "folder", part, file)).metadata();
    expect([height, width]).toEqual([16, 12]);
    expect(label).toBe(classes[0]);
    expect(shares.reduce((sum: number, share: number) => sum + share, 0)).toBeCloseTo(1, 6);
  }
  // Two draws of a picture are two draws.
  const [first] = lines;
  const other = lines.find(({ id, epoch, variant }) => id === first!.id && epoch === 0 && variant === 1);
  expect(other!.plan).not.toEqual(first!.plan);
  expect(JSON.parse(readFileSync(join(folder, "folder/mixwell.json"), "utf8")).classNames).toEqual([
    "cat",
    "dog",
    "emu",
  ]);
});

test("shards are read as input: folder to shards to shards", async () => {
  const folder = newFolder();
  const input = await pictureFolder(join(folder, "in"), ["cat", "dog"], 5);
  await made(["augment", input, join(folder, "a"), "--size", "10", "--format", "png", "--shards", "2"]);
  const { code } = await mixwell([
    "augment",
    join(folder, "a"),
    join(folder, "b"),
    "--size",
    "10",
    "--format",
    "png",
    "--shards",
    "2",
  ]);
  expect(code).toBe(0);
  const pixels = (out: string) =>
    entriesOf(readFileSync(join(folder, out, "shard-000001.tar"))).filter(({ name }) => /png|cls/.test(name));
  expect(pixels("b")).toEqual(pixels("a"));
});

test("replay gives the stored bytes, of shards and of lists", async () => {
  const folder = newFolder();
  const input = await pictureFolder(join(folder, "in"), ["cat", "dog"], 6);
  const policy = [
    "--policy",
    "torchvision:randomerasing",
    "--policy",
    "equalize",
    "--policy",
    "mosaic",
    "--policy",
    "cutmix",
  ];
  await made(["augment", input, join(folder, "out"), "--size", "24", ...policy, "--shards", "1", "--format", "jpg"]);
  const shard = join(folder, "out/shard-000000.tar");
  const stored = entriesOf(readFileSync(shard));
  expect((await mixwell(["replay", shard, input, join(folder, "again")])).err).toEqual([
    `${join(folder, "again")}: 12 pictures`,
  ]);
  for (const { name, contents } of stored.filter(({ name }) => name.endsWith(".jpg")))
    expect(readFileSync(join(folder, "again", name)).equals(contents)).toBe(true);
  // One plan that `plan` prints, without a GPU, is the one that was carried out.
  const { out } = await mixwell(["plan", input, "--size", "24", ...policy, "--ids", "3"]);
  const json = stored.find(({ name }) => name === "000000003.json")!;
  expect(JSON.parse(out[0]!).plan).toEqual(JSON.parse(json.contents.toString()).plan);
});

test("a picture that cannot be read ends the command, or is skipped as if it had never been there", async () => {
  const folder = newFolder();
  const input = await pictureFolder(join(folder, "in"), ["cat", "dog"], 8);
  put(join(input, "cat/3.png"), "no picture");
  put(join(input, "dog/5.png"), "none either");
  const command = (out: string) => [
    "augment",
    input,
    join(folder, out),
    "--size",
    "12",
    "--policy",
    "mixup",
    "--format",
    "png",
  ];
  const stopped = await mixwell([...command("stop"), "--shards", "1"]);
  expect([stopped.code, stopped.err.at(-1)]).toEqual([3, expect.stringContaining("cat/3.png")]);
  expect(readdirSync(join(folder, "stop")).filter((name) => name.startsWith("shard"))).toEqual([]);
  const picturesOf = (out: string) =>
    readdirSync(join(folder, out))
      .filter((name) => name.endsWith(".tar"))
      .sort()
      .flatMap((name) => entriesOf(readFileSync(join(folder, out, name))));
  for (const [out, shards] of [
    ["one", "1"],
    ["four", "4"],
  ] as const) {
    const ended = await mixwell([...command(out), "--shards", shards, "--on-error", "skip"]);
    expect([ended.code, ended.err.at(-1)]).toEqual([0, "2 pictures were skipped: see manifest.json"]);
    const { skipped, pictures } = JSON.parse(readFileSync(join(folder, out, "manifest.json"), "utf8"));
    expect([pictures, skipped.map(({ name }: { name: string }) => name)]).toEqual([14, ["cat/3.png", "dog/5.png"]]);
  }
  expect(picturesOf("four")).toEqual(picturesOf("one"));
});

test("a command line of timm's is its policy, at the size that is asked for", async () => {
  const images = idxFiles(newFolder(), 9);
  const options = "timm:--aa rand-m9-mstd0.5-inc1 --reprob 1 --mixup 0.8 --cutmix 1.0 --hflip 0";
  const { out } = await made(["plan", images, "--policy", options, "--ids", "0,1,2"]);
  for (const line of out) {
    const { plan } = JSON.parse(line);
    expect([plan.height, plan.width]).toEqual([8, 8]);
    const [{ op, outHeight, outWidth }] = plan.sources[0].ops;
    expect([op, outHeight, outWidth]).toEqual(["cropAndResize", 8, 8]);
    expect(JSON.stringify(plan.stages.at(-1))).toContain("erase");
  }
  const { version } = JSON.parse(readFileSync(new URL("../../cli/package.json", import.meta.url), "utf8"));
  expect((await mixwell(["--version"])).out).toEqual([version]);
});

test("preview draws a sheet and a page", async () => {
  const folder = newFolder();
  const name = join(folder, "sheet");
  const { code } = await mixwell([
    "preview",
    idxFiles(folder, 9),
    "--policy",
    "cutmix",
    "--out",
    name,
    "--pictures",
    "3",
    "--draws",
    "4",
  ]);
  expect(code).toBe(0);
  const { width, height } = await sharp(`${name}.png`).metadata();
  expect([width, height]).toEqual([4 * 12 - 4, 3 * 12 - 4]);
  expect(readFileSync(`${name}.html`, "utf8").match(/<figure>/g)?.length).toBe(12);
  expect(existsSync(`${name}.png.part`)).toBe(false);
});
