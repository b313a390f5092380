// @ts-check
// Whether an implementation has an adapter on this machine: a driver may be installed and give none. By itself, in the
// environment of an implementation and with its request as JSON, this asks for a device and ends with 0 where there is
// one.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { folderOf } from "./brought.mjs";

const here = fileURLToPath(import.meta.url);

/**
 * What is lacking, in words; undefined: nothing. A browser is asked by its tests.
 * @param {import("./implementations.mjs").Implementation} implementation
 */
export function lackingAdapter({ host, env, request, driver }) {
  if (host === "firefox") return undefined;
  const runner = host === "deno" ? [join(folderOf("deno"), "bin.cjs"), "run", "-A", "--unstable-webgpu"] : [];
  const { status } = spawnSync(process.execPath, [...runner, here, JSON.stringify(request)], {
    env: { ...process.env, ...env() },
    stdio: ["ignore", "ignore", "inherit"],
  });
  return status === 0 ? undefined : `a device of ${driver}, whose driver gives none`;
}

/** @param {import("./implementations.mjs").AdapterRequest} request */
async function probe({ dawn = [], options, limits }) {
  const gpu = "Deno" in globalThis ? navigator.gpu : (await import("webgpu")).create(dawn);
  const adapter = await gpu.requestAdapter(options);
  const device = await adapter?.requestDevice({ requiredLimits: limits ?? {} });
  process.exit(device ? 0 : 1);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await probe(JSON.parse(process.argv[2] ?? "{}"));
