/** A download from a server on this machine that breaks off, sends rubbish, sends a wrong file and more. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { download } from "../../../tools/data/download.mjs";
import { noise } from "../../random.ts";
import { gzip } from "../source/files.ts";
import {
  type Answer,
  breakOffAt,
  type DataServer,
  honest,
  ignoreRange,
  instead,
  md5,
  serve,
  silence,
  stallAt,
  status,
} from "./data-server.ts";

const FILE = noise(300_000);
const NAME = "pictures.bin";
/**
 * Short, so that nothing here waits; a stall is a server that is silent for good, so a shorter wait changes no outcome.
 */
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

const to = () => join(folder, NAME);
const part = () => `${to()}.part`;
/** Bytes of it that are on the disk. */
const kept = () => statSync(part(), { throwIfNoEntry: false })?.size ?? 0;

/** Downloads FILE from a server with these answers; what was said and asked on the way. */
async function attempt(answers: Answer[], more: { attempts?: number } = {}) {
  server = await serve({ [NAME]: FILE }, answers);
  const said: string[] = [];
  const wanted = { addresses: [`${server.address}${NAME}`], to: to(), bytes: FILE.length, md5: md5(FILE) };
  const outcome = await download(wanted, { ...PATIENCE, ...more, onTrouble: (sentence) => said.push(sentence) }).catch(
    (error: Error) => error.message.replaceAll(server.address, "SERVER/").replaceAll(folder, "FOLDER"),
  );
  return { outcome, said, asked: server.log };
}

function expectTheFile() {
  expect(Buffer.compare(readFileSync(to()), FILE)).toBe(0);
  expect(readdirSync(folder)).toEqual([NAME]);
}

test("a good server: one request, the right bytes, nothing else left behind", async () => {
  expect(await attempt([])).toEqual({ outcome: "downloaded", said: [], asked: [NAME] });
  expectTheFile();
});

test("what is there and right is not asked for again", async () => {
  writeFileSync(to(), FILE);
  expect(await attempt([])).toEqual({ outcome: "already there", said: [], asked: [] });
});

test("a file of the right size with one wrong byte is replaced", async () => {
  writeFileSync(to(), FILE.with(1234, FILE[1234]! ^ 1));
  expect(await attempt([])).toMatchObject({ outcome: "downloaded" });
  expectTheFile();
});

test("a server that breaks off twice in the middle: each request goes on where the last one stopped", async () => {
  const { outcome, said, asked } = await attempt([breakOffAt(100_000, { kept }), breakOffAt(200_000, { kept })]);
  expect(outcome).toBe("downloaded");
  expect(said).toHaveLength(2);
  expect(asked).toEqual([NAME, `${NAME} bytes=100000-`, `${NAME} bytes=200000-`]);
  expectTheFile();
});

test("a run that gave up keeps what it has, and the next run goes on there", async () => {
  const first = await attempt([breakOffAt(120_000, { kept }), status(503), status(503)], { attempts: 3 });
  expect(first.outcome).toContain("120000 of 300000 bytes are kept; the same command goes on from there.");
  expect(existsSync(to())).toBe(false);
  await server.close();
  expect(await attempt([])).toEqual({ outcome: "downloaded", said: [], asked: [`${NAME} bytes=120000-`] });
  expectTheFile();
});

test("a server that ignores Range sends everything, and everything is taken from the start", async () => {
  writeFileSync(part(), FILE.subarray(0, 50_000));
  expect(await attempt([ignoreRange])).toEqual({ outcome: "downloaded", said: [], asked: [`${NAME} bytes=50000-`] });
  expectTheFile();
});

test("a server that ignores Range and always breaks off at the same byte is given up, not asked for ever", async () => {
  const stubborn = breakOffAt(100_000, { ranges: false, kept });
  const { outcome, asked } = await attempt(Array<Answer>(50).fill(stubborn), { attempts: 4 });
  expect(outcome).toContain("could not be downloaded");
  // The first try brought something new; the next three did not.
  expect(asked).toHaveLength(4);
});

test("rubbish of the right length: named by its MD5, deleted, and not asked for again", async () => {
  const rubbish = noise(FILE.length, 2);
  const { outcome, asked } = await attempt([instead(rubbish)]);
  expect(outcome).toContain(
    `SERVER/${NAME}: expected a file with MD5 ${md5(FILE)}, found one with MD5 ${md5(rubbish)}`,
  );
  expect(asked).toEqual([NAME]);
  expect(readdirSync(folder)).toEqual([]);
});

test("rubbish of an earlier run with a good rest behind it: once more from the beginning, then right", async () => {
  writeFileSync(part(), noise(50_000, 3));
  const { outcome, said, asked } = await attempt([]);
  expect(outcome).toBe("downloaded");
  expect(said).toEqual(["what an earlier run had left does not fit; starting from the beginning"]);
  expect(asked).toEqual([`${NAME} bytes=50000-`, NAME]);
  expectTheFile();
});

test("a whole .part of an earlier run needs no server", async () => {
  writeFileSync(part(), FILE);
  expect(await attempt([])).toEqual({ outcome: "downloaded", said: [], asked: [] });
  expectTheFile();
});

test("a .part that is too long is thrown away", async () => {
  writeFileSync(part(), noise(FILE.length + 1));
  expect(await attempt([])).toEqual({ outcome: "downloaded", said: [], asked: [NAME] });
  expectTheFile();
});

test.each([
  ["shorter", noise(200_000)],
  ["longer", noise(400_000)],
])("a %s file: refused by its size before a byte of it is written", async (_which, bytes) => {
  const { outcome, asked } = await attempt([instead(bytes)]);
  expect(outcome).toContain(`expected a file of 300000 bytes, found one of ${bytes.length}`);
  expect(asked).toEqual([NAME]);
  expect(readdirSync(folder)).toEqual([]);
});

test("a longer file of unknown size is refused as soon as it is too long", async () => {
  const { outcome } = await attempt([instead(noise(400_000), {})]);
  expect(outcome).toContain("expected a file of 300000 bytes, found more");
  expect(existsSync(to())).toBe(false);
  expect(statSync(part()).size).toBe(0);
});

test("a shorter file of unknown size counts as broken off", async () => {
  const { outcome, said } = await attempt([instead(FILE.subarray(0, 1000), {})]);
  expect(said).toEqual(["broke off after 1000 of 300000 bytes; trying again in 0 s"]);
  expect(outcome).toBe("downloaded");
});

test("a web page with status 200", async () => {
  const page = Buffer.from("<!DOCTYPE html><title>Please log in</title>");
  const typed = await attempt([instead(page, { "Content-Type": "text/html; charset=utf-8" })]);
  expect(typed.outcome).toContain("expected a data file, found a web page");
  await server.close();
  const untyped = Buffer.concat([page, new Uint8Array(FILE.length - page.length)]);
  expect((await attempt([instead(untyped)])).outcome).toContain("found a web page with MD5");
});

test.each([404, 403, 410])("status %i is final", async (code) => {
  const { outcome, asked } = await attempt([status(code)]);
  expect(outcome).toMatch(
    new RegExp(`^FOLDER/${NAME} could not be downloaded\\.\\n {2}SERVER/${NAME}: answered ${code} `),
  );
  expect(asked).toEqual([NAME]);
});

test.each([500, 503, 429, 408])("status %i passes", async (code) => {
  expect(await attempt([status(code)])).toMatchObject({ outcome: "downloaded", asked: [NAME, NAME] });
});

test("416: what is there is not a beginning of the server's file, so it starts again", async () => {
  writeFileSync(part(), noise(50_000, 3));
  const { outcome, said, asked } = await attempt([status(416, { "Content-Range": "bytes */300000" })]);
  expect(outcome).toBe("downloaded");
  expect(said).toEqual(["has no bytes from 50000 on (status 416); trying again in 0 s"]);
  expect(asked).toEqual([`${NAME} bytes=50000-`, NAME]);
  expectTheFile();
});

test("a server that answers 416 to everything is given up", async () => {
  const { outcome, asked } = await attempt(Array<Answer>(50).fill(status(416)));
  expect(outcome).toContain("has no bytes from 0 on (status 416)");
  expect(asked).toHaveLength(5);
});

test("another range than the one asked for is not appended", async () => {
  writeFileSync(part(), FILE.subarray(0, 50_000));
  const shifted: Answer = (file, _request, response) => {
    response.writeHead(206, { "Content-Range": `bytes 40000-${file.length - 1}/${file.length}` });
    response.end(file.subarray(40_000));
  };
  const { outcome, said } = await attempt([shifted]);
  expect(said[0]).toContain(`asked for the bytes from 50000 on, got "bytes 40000-299999/300000"`);
  expect(outcome).toBe("downloaded");
  expectTheFile();
});

test("a server that stalls, in the middle or before it says anything, is hung up on", async () => {
  const { outcome, said, asked } = await attempt([silence, stallAt(90_000)]);
  expect(said).toEqual(Array(2).fill(expect.stringContaining("nothing came for 0.5 s")));
  expect(asked).toEqual([NAME, NAME, `${NAME} bytes=90000-`]);
  expect(outcome).toBe("downloaded");
  expectTheFile();
});

test("nobody listens", async () => {
  server = await serve({});
  await server.close();
  const wanted = { addresses: [`${server.address}${NAME}`], to: to(), bytes: 1, md5: "" };
  await expect(download(wanted, { ...PATIENCE, attempts: 2 })).rejects.toThrow(
    /could not be downloaded\.\n.*ECONNREFUSED/,
  );
});

test("a redirect is followed, and a ring of them is not followed for ever", async () => {
  const moved = status(302, { Location: `/${NAME}` });
  expect(await attempt([moved, honest])).toMatchObject({ outcome: "downloaded", asked: [NAME, NAME] });
  await server.close();
  rmSync(to());
  expect((await attempt(Array<Answer>(20).fill(moved), { attempts: 1 })).outcome).toContain("more than 5 redirects");
});

test("a .gz file that a server labels as encoded stays as it is", async () => {
  const packed = gzip(FILE);
  server = await serve({ [NAME]: FILE }, [
    instead(packed, { "Content-Encoding": "gzip", "Content-Length": packed.length }),
  ]);
  await download(
    { addresses: [`${server.address}${NAME}`], to: to(), bytes: packed.length, md5: md5(packed) },
    PATIENCE,
  );
  expect(Buffer.compare(readFileSync(to()), packed)).toBe(0);
});

test("the second address is asked when the first has nothing, and an error names both", async () => {
  server = await serve({ [NAME]: FILE }, []);
  const addresses = [`${server.address}elsewhere`, `${server.address}${NAME}`];
  const wanted = { addresses, to: to(), bytes: FILE.length, md5: md5(FILE) };
  expect(await download(wanted, PATIENCE)).toBe("downloaded");
  rmSync(to());
  await expect(download({ ...wanted, md5: "0" }, PATIENCE)).rejects.toThrow(
    /elsewhere: answered 404[\s\S]*expected a file with MD5 0/,
  );
});

test("a folder that cannot be made is named at once", async () => {
  writeFileSync(join(folder, "taken"), "");
  server = await serve({ [NAME]: FILE });
  const wanted = {
    addresses: [`${server.address}${NAME}`],
    to: join(folder, "taken", NAME),
    bytes: FILE.length,
    md5: md5(FILE),
  };
  await expect(download(wanted, PATIENCE)).rejects.toThrow(/could not be written: E/);
  expect(server.log).toEqual([]);
});

test("progress counts the bytes on disk, those of earlier runs included", async () => {
  writeFileSync(part(), FILE.subarray(0, 150_000));
  server = await serve({ [NAME]: FILE });
  const seen: number[] = [];
  const wanted = { addresses: [`${server.address}${NAME}`], to: to(), bytes: FILE.length, md5: md5(FILE) };
  await download(wanted, { ...PATIENCE, onProgress: (loaded) => seen.push(loaded) });
  expect(seen[0]).toBeGreaterThan(150_000);
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
  expect(seen.at(-1)).toBe(300_000);
});
