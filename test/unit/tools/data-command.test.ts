/** `npm run data` as a whole, with small sets from a server on this machine. */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { create } from "tar";
import { afterEach, beforeEach, expect, test } from "vitest";
import { bring } from "../../../tools/data/bring.mjs";
import { dataIndex } from "../../../tools/data/index.mjs";
import { type DataSet, SETS } from "../../../tools/data/sets.mjs";
import { main } from "../../../tools/data.mjs";
import { noise } from "../../random.ts";
import { gzip } from "../source/files.ts";
import { breakOffAt, type DataServer, md5, serve } from "./data-server.ts";

const PATIENCE = { pauseSeconds: 0, stallSeconds: 0.5 };

let folder: string;
let server: DataServer;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "mixwell-data-"));
});
afterEach(async () => {
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A small set of each form, with the bytes of its downloads. */
async function smallSets() {
  const plain = { "train-a.gz": gzip(noise(5000)), "test-a.gz": gzip(noise(900)) };
  const inside = join(folder, "inside");
  mkdirSync(join(inside, "batches-bin"), { recursive: true });
  for (const [name, bytes] of Object.entries({
    "one.bin": noise(400, 7),
    "two.bin": noise(300, 8),
    "readme.html": noise(20),
  })) {
    writeFileSync(join(inside, "batches-bin", name), bytes);
  }
  await create({ gzip: true, cwd: inside, file: join(folder, "all.tar.gz") }, ["batches-bin"]);
  const archive = new Uint8Array(readFileSync(join(folder, "all.tar.gz")));
  const of = (name: string, bytes: Uint8Array) => ({ name, bytes: bytes.length, md5: md5(bytes) });
  const sets: DataSet[] = [
    {
      name: "plain",
      title: "Plain",
      kind: "idx",
      addresses: [],
      downloads: Object.entries(plain).map(([name, bytes]) => of(name, bytes)),
      train: ["train-a.gz"],
      test: ["test-a.gz"],
    },
    {
      name: "packed",
      title: "Packed",
      kind: "cifar10",
      addresses: [],
      downloads: [{ ...of("all.tar.gz", archive), members: { "one.bin": 400, "two.bin": 300 } }],
      train: ["one.bin"],
      test: ["two.bin"],
    },
  ];
  return { sets, files: { ...plain, "all.tar.gz": archive } as Record<string, Uint8Array> };
}

/** Runs the command with these sets; everything it printed. */
async function command(words: string[], sets: DataSet[], isTTY = false) {
  let printed = "";
  await main(words, { sets, patience: PATIENCE, out: { isTTY, columns: 200, write: (text) => (printed += text) } });
  return printed.replaceAll(folder, "FOLDER");
}

test("the command: both kinds of sets, an index of what is there, and a second run that asks for nothing", async () => {
  const { sets, files } = await smallSets();
  server = await serve(files, [breakOffAt(100)]);
  const data = join(folder, "data");
  const printed = await command(["plain", "packed", "--to", data, "--from", server.address], sets);
  expect(printed.split("\n")).toEqual([
    "Plain -> FOLDER/data/plain",
    expect.stringContaining("  train-a.gz: "),
    "  train-a.gz: downloaded; MD5 is right",
    "  test-a.gz: downloaded; MD5 is right",
    "Packed -> FOLDER/data/packed",
    "  all.tar.gz: downloaded, unpacked; MD5 is right",
    "",
  ]);
  expect(readdirSync(join(data, "plain")).sort()).toEqual(["test-a.gz", "train-a.gz"]);
  expect(readdirSync(join(data, "packed")).sort()).toEqual(["all.tar.gz.json", "one.bin", "two.bin"]);
  expect(new Uint8Array(readFileSync(join(data, "packed/one.bin")))).toEqual(noise(400, 7));
  expect(JSON.parse(readFileSync(join(data, "index.json"), "utf8"))).toEqual({
    sets: [
      { name: "plain", title: "Plain", kind: "idx", train: ["plain/train-a.gz"], test: ["plain/test-a.gz"] },
      { name: "packed", title: "Packed", kind: "cifar10", train: ["packed/one.bin"], test: ["packed/two.bin"] },
    ],
  });

  const asked = server.log.length;
  const again = await command(["plain", "packed", "--to", data, "--from", server.address], sets);
  expect(again.match(/already there/g)).toHaveLength(3);
  expect(server.log).toHaveLength(asked);

  // A member that was changed is noticed, and the archive brought again.
  writeFileSync(join(data, "packed/two.bin"), noise(300, 9));
  expect(await command(["packed", "--to", data, "--from", server.address], sets)).toContain(
    "all.tar.gz: downloaded, unpacked",
  );
  expect(new Uint8Array(readFileSync(join(data, "packed/two.bin")))).toEqual(noise(300, 8));
});

test("an archive with the right MD5 in which a file is missing or of another size", async () => {
  const { sets, files } = await smallSets();
  server = await serve(files);
  const [download] = sets[1]!.downloads;
  const wrong = { ...sets[1]!, downloads: [{ ...download!, members: { "one.bin": 401 } }] };
  await expect(bring(wrong, folder, { ...PATIENCE, from: server.address })).rejects.toThrow(
    "expected one.bin of 401 bytes in it, found 400 bytes",
  );
  const missing = { ...wrong, downloads: [{ ...download!, members: { "three.bin": 1 } }] };
  await expect(bring(missing, folder, { ...PATIENCE, from: server.address })).rejects.toThrow(
    "expected three.bin of 1 bytes in it, found none",
  );
  expect(readdirSync(join(folder, "packed"))).toEqual(["all.tar.gz"]);
});

test("the index leaves out what is not whole, and what is still on its way", async () => {
  const { sets, files } = await smallSets();
  server = await serve(files);
  await command(["plain", "--to", folder, "--from", server.address], sets);
  expect(dataIndex(folder, sets).sets.map(({ name }) => name)).toEqual(["plain"]);
  rmSync(join(folder, "plain/test-a.gz"));
  writeFileSync(join(folder, "plain/test-a.gz.part"), "");
  expect(dataIndex(folder, sets).sets).toEqual([]);
});

test("on a terminal one line is written over; elsewhere nothing but results is printed", async () => {
  const { sets, files } = await smallSets();
  server = await serve(files);
  const words = ["plain", "--to", join(folder, "data"), "--from", server.address];
  const shown = await command(words, sets, true);
  expect(shown).toContain("  test-a.gz  100 %  ");
  expect(shown).toContain("\r\u001b[K");
  rmSync(join(folder, "data"), { recursive: true });
  expect(await command(words, sets, false)).not.toMatch(/%|\r/);
});

test("wrong words on the command line", async () => {
  const refused = (...words: string[]) =>
    main(words, { out: { write: () => {} } }).then(
      () => "no error",
      (error: Error) => error.message,
    );
  expect(await refused()).toContain("expected the name of a dataset, found none\n\nusage: npm run data -- NAME …");
  expect(await refused("mnist")).toBe(`dataset: expected one of fashion-mnist, cifar10, found "mnist"`);
  expect(await refused("cifar10", "--form", "x")).toMatch(/Unknown option '--form'[\s\S]*usage:/);
  expect(await refused("cifar10", "--from", "ftp://here/")).toBe(
    `--from: expected an http or https address, found "ftp://here/"`,
  );
});

test("as a process: a wrong file ends it with status 1 and one sentence, without a stack", async () => {
  server = await serve({ "train-images-idx3-ubyte.gz": noise(100) });
  const script = fileURLToPath(new URL("../../../tools/data.mjs", import.meta.url));
  const child = spawn(process.execPath, [script, "fashion-mnist", "--to", folder, "--from", server.address]);
  let errors = "";
  child.stderr.on("data", (text) => {
    errors += text;
  });
  const status = await new Promise((done) => child.on("close", done));
  expect(status).toBe(1);
  expect(errors).toContain("expected a file of 26421880 bytes, found one of 100");
  expect(errors).not.toMatch(/\n\s+at /);
  expect(readdirSync(join(folder, "fashion-mnist"))).toEqual([]);
});

test("the real sets: official names, MD5s, and files that Dataset reads", () => {
  expect(SETS.map(({ name }) => name)).toEqual(["fashion-mnist", "cifar10"]);
  for (const { addresses, downloads, train, test: tested } of SETS) {
    for (const address of addresses) expect(address).toMatch(/^https?:\/\/.+\/$/);
    for (const { md5, bytes } of downloads) {
      expect(md5).toMatch(/^[0-9a-f]{32}$/);
      expect(bytes).toBeGreaterThan(0);
    }
    const made = downloads.flatMap(({ name, members }) => (members ? Object.keys(members) : [name]));
    expect([...train, ...tested].sort()).toEqual(made.sort());
  }
});
