/** The folder of `npm run data` as the demo's server offers it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dataPlugin } from "../../../tools/data/serve.mjs";
import { noise } from "../../random.ts";

const FILE = noise(1000);
let folder: string;
let server: Server;
let address: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "mixwell-data-"));
  mkdirSync(join(folder, "data/fashion-mnist"), { recursive: true });
  writeFileSync(join(folder, "secret.txt"), "secret");
  for (const name of ["train-images-idx3", "train-labels-idx1", "t10k-images-idx3", "t10k-labels-idx1"]) {
    writeFileSync(join(folder, `data/fashion-mnist/${name}-ubyte.gz`), FILE);
  }
  writeFileSync(join(folder, "data/half.part"), FILE);
  writeFileSync(join(folder, "data/empty"), "");
  const plugin = dataPlugin(join(folder, "data")) as unknown as { configureServer(server: unknown): void };
  type Middleware = (...given: [...Parameters<RequestListener>, () => void]) => void;
  let middleware: Middleware | undefined;
  plugin.configureServer({ middlewares: { use: (given: Middleware) => (middleware = given) } });
  server = createServer((request, response) => middleware!(request, response, () => response.end("vite's own page")));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  rmSync(folder, { recursive: true, force: true });
});

const file = "/data/fashion-mnist/train-images-idx3-ubyte.gz";
const get = async (path: string, range?: string) => {
  const response = await fetch(`${address}${path}`, { headers: range ? { Range: range } : {} });
  return { status: response.status, headers: response.headers, bytes: new Uint8Array(await response.arrayBuffer()) };
};

test("the index lists the sets that are there, with addresses that answer", async () => {
  const { sets } = await (await fetch(`${address}/data/index.json`)).json();
  expect(sets).toHaveLength(1);
  expect(sets[0]).toMatchObject({ name: "fashion-mnist", title: "Fashion-MNIST", kind: "idx" });
  for (const path of [...sets[0].train, ...sets[0].test]) expect((await get(`/data/${path}`)).bytes).toEqual(FILE);
});

test("a .gz file arrives as it lies on disk, not unpacked on the way", async () => {
  const { status, headers, bytes } = await get(file);
  expect(status).toBe(200);
  expect(headers.get("content-encoding")).toBeNull();
  expect(headers.get("content-length")).toBe("1000");
  expect(bytes).toEqual(FILE);
});

test.each([
  ["bytes=0-0", 0, 1],
  ["bytes=10-19", 10, 20],
  ["bytes=990-", 990, 1000],
  ["bytes=990-5000", 990, 1000],
  ["bytes=-5", 995, 1000],
  ["bytes=-5000", 0, 1000],
])("%s", async (range, start, end) => {
  const { status, headers, bytes } = await get(file, range);
  expect(status).toBe(206);
  expect(headers.get("content-range")).toBe(`bytes ${start}-${end - 1}/1000`);
  expect(bytes).toEqual(FILE.subarray(start, end));
});

test.each(["bytes=1000-", "bytes=20-10", "bytes=-0"])("%s is nowhere in the file", async (range) => {
  const { status, headers } = await get(file, range);
  expect(status).toBe(416);
  expect(headers.get("content-range")).toBe("bytes */1000");
});

test.each(["bytes=1-2,4-5", "lines=1-2", "bytes=a-b"])("%s is answered with the whole file", async (range) => {
  expect(await get(file, range)).toMatchObject({ status: 200, bytes: FILE });
});

test("an empty file", async () => {
  expect(await get("/data/empty")).toMatchObject({ status: 200, bytes: new Uint8Array(0) });
});

test.each(["/data/none", "/data/", "/data/fashion-mnist", "/data/half.part", "/data/..%2fsecret.txt"])(
  "%s is not offered, nor left to vite's start page",
  async (path) => {
    expect(await get(path)).toMatchObject({ status: 404 });
  },
);

test("a malformed address is the caller's mistake", async () => {
  expect((await get("/data/%zz")).status).toBe(404);
});

test("everything else is vite's", async () => {
  expect(new TextDecoder().decode((await get("/policy.html")).bytes)).toBe("vite's own page");
});
