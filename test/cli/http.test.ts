/** Shards on a server: the bytes of those on disk; and servers that refuse, break off, or are not there. */
import { readFileSync } from "node:fs";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { filesIn, made, mixwell, newFolder, newSharedFolder, pictureFolder } from "./help.ts";

const root = newSharedFolder();
let server: Server;
let base = "";
/** Requests so far, by the way they were answered in. */
const asked: Record<string, number> = {};

/** What each folder of the server does with a request for a part of a shard; `time` counts them from 1. */
const WAYS: Record<string, (bytes: Buffer, range: [number, number], response: ServerResponse, time: number) => void> = {
  good(bytes, [start, end], response) {
    if (start >= bytes.length) return void response.writeHead(416).end();
    const part = bytes.subarray(start, end + 1);
    const range = `bytes ${start}-${start + part.length - 1}/${bytes.length}`;
    response.writeHead(206, { "content-range": range, "content-length": part.length }).end(part);
  },
  whole: (bytes, _, response) => void response.writeHead(200).end(bytes),
  missing: (_, __, response) => void response.writeHead(404).end("no"),
  /** Every second answer fails: by turns it is busy, breaks off, and hangs up. */
  flaky(bytes, range, response, time) {
    if (time % 2 === 0) return WAYS.good!(bytes, range, response, time);
    if (time % 6 === 1) return void response.writeHead(503).end("busy");
    if (time % 6 === 3) return void response.destroy();
    return WAYS.broken!(bytes, range, response, time);
  },
  broken(bytes, [start], response) {
    const headers = { "content-range": `bytes ${start}-${bytes.length - 1}/${bytes.length}`, "content-length": 4000 };
    response.writeHead(206, headers);
    response.write(bytes.subarray(0, 10), () => response.destroy());
  },
  /** Good as long as shards are looked through, and gone after that. */
  ending(bytes, range, response, time) {
    if (time > 2) return void response.destroy();
    WAYS.good!(bytes, range, response, time);
  },
};

beforeAll(async () => {
  const input = await pictureFolder(join(root, "in"), ["cat", "dog"], 6);
  const command = ["augment", input, join(root, "shards"), "--size", "12", "--format", "png", "--shards", "2"];
  await made([...command, "--no-plans"]);
  server = createServer((request, response) => {
    const [, way = "", name = ""] = (request.url ?? "").split("/");
    const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? "") ?? [];
    asked[way] = (asked[way] ?? 0) + 1;
    WAYS[way]!(readFileSync(join(root, "shards", name)), [Number(start), Number(end)], response, asked[way]);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const augment = (input: string, out: string, ...more: string[]) => [
  ...["augment", input, out, "--size", "12", "--format", "png", "--shards", "3", "--policy", "cutmix"],
  ...more,
];

test("shards on a server give the bytes of those on disk, also where every second request fails", async () => {
  const folder = newFolder();
  await made(augment(join(root, "shards"), join(folder, "disk")));
  for (const way of ["good", "flaky"]) {
    await made(augment(`${base}/${way}/shard-{000000..000001}.tar`, join(folder, way)));
    expect(filesIn(join(folder, way))).toEqual(filesIn(join(folder, "disk")));
  }
  expect(asked.flaky).toBeGreaterThan(asked.good!);
});

describe("a server that", () => {
  test.each<[string, string, number, RegExp]>([
    ["refuses Range requests", "whole", 3, /shard-000000\.tar: expected a server that answers Range requests/],
    ["has no such file", "missing", 3, /shard-000000\.tar: expected status 206, found status 404/],
    ["breaks off", "broken", 7, /broken\/shard-000000\.tar: the connection failed \(.*\), 1 times/],
  ])("%s", async (_, way, code, message) => {
    const before = globalThis.fetch;
    const out = join(newFolder(), "out");
    const ended = await mixwell(augment(`${base}/${way}/shard-000000.tar`, out, "--retries", "0"));
    expect([ended.code, ended.err.join()]).toEqual([code, expect.stringMatching(message)]);
    expect(globalThis.fetch).toBe(before);
  });

  test("is not there", async () => {
    const out = join(newFolder(), "out");
    const { code, err } = await mixwell(augment("http://127.0.0.1:9/shard-000000.tar", out, "--retries", "0"));
    expect([code, err.join()]).toEqual([7, expect.stringMatching(/127\.0\.0\.1:9.*the connection failed/)]);
  });

  test("goes away in the middle: nothing is skipped, nothing half stays, and the same command goes on", async () => {
    const folder = newFolder();
    const out = join(folder, "out");
    const command = (way: string) =>
      augment(`${base}/${way}/shard-{000000..000001}.tar`, out, "--retries", "0", "--on-error", "skip");
    const { code } = await mixwell(command("ending"));
    expect(code).toBe(7);
    expect(Object.keys(filesIn(out))).toEqual(["mixwell.json"]);
    await made(command("good"));
    expect(JSON.parse(readFileSync(join(out, "manifest.json"), "utf8"))).toMatchObject({ pictures: 12, skipped: [] });
  });
});
