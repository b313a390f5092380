/** What a fresh clone on another system depends on, and nobody notices on this one. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

type Manifest = Record<
  "dependencies" | "devDependencies" | "optionalDependencies" | "peerDependencies" | "scripts",
  Record<string, string> | undefined
> & { peerDependenciesMeta?: Record<string, { optional: boolean }>; sideEffects?: string[] };
const readJson = (name: string) => JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), "utf8"));
const manifest: Manifest = readJson("package.json");
const packages: Record<string, Manifest & { resolved?: string; link?: boolean }> =
  readJson("package-lock.json").packages;

test("there is no runtime dependency, and every other one is pinned", () => {
  expect(manifest.dependencies).toBeUndefined();
  expect(
    Object.entries(manifest.devDependencies ?? {}).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version)),
  ).toEqual([]);
});

test("every peer is optional, and one that the tests run with", () => {
  const peers = Object.keys(manifest.peerDependencies ?? {});
  expect(Object.entries(manifest.peerDependenciesMeta ?? {})).toEqual(peers.map((name) => [name, { optional: true }]));
  expect(peers.filter((name) => manifest.devDependencies?.[name] === undefined)).toEqual([]);
});

test("the lockfile holds the optional packages of every system, so that `npm ci` works on all of them", () => {
  const isLocked = (path: string, name: string) =>
    `${path}/node_modules/${name}` in packages || `node_modules/${name}` in packages;
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies }]) =>
    Object.keys(optionalDependencies ?? {}).filter((name) => !isLocked(path, name)),
  );
  expect(missing).toEqual([]);
});

test("the lockfile names no registry", () => {
  // Workspaces are folders here, and that is where they are resolved to.
  const named = Object.entries(packages).filter(([, { resolved, link }]) => resolved !== undefined && !link);
  expect(named.map(([path]) => path)).toEqual([]);
});

test("a module that does something when it is imported is listed, or bundlers drop it: as it is shipped, and as the demo is built of it", () => {
  const folder = new URL("../../src/", import.meta.url);
  const textOf = (path: string) => readFileSync(new URL(path, folder), "utf8");
  const acts = (text: string) => /^(?:[\w.]+\(|import ")/m.test(text);
  expect([acts("useAll();\n"), acts('import "./all.ts";\n'), acts("const a = useAll();\n  useAll();\n")]).toEqual([
    true,
    true,
    false,
  ]);
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts"));
  const acting = paths.filter((path) => acts(textOf(path)));
  expect(acting).toContain("all.ts");
  // An entry point that hands one on must be looked into when nothing of it is named.
  const isEntry = (path: string) =>
    /^interop\/[^/]+\.ts$/.test(path) &&
    acting.some((one) => textOf(path).includes(`"./${one.slice("interop/".length)}"`));
  const listed = [...acting, ...paths.filter(isEntry)].flatMap((path) => [
    `./dist/${path.replace(/ts$/, "js")}`,
    `./src/${path}`,
  ]);
  expect([...(manifest.sideEffects ?? [])].sort()).toEqual(listed.sort());
});
