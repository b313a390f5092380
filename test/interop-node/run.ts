/**
 * Runs a few lines in a Node of their own, with the adapter as it is built: for what ends or is set with the process.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface Built {
  /** Runs the body of an async function that sees `mixwell` and `node`, the exports of both entries. */
  run(
    body: string,
    options?: { flags?: string[]; env?: NodeJS.ProcessEnv; outside?: boolean },
  ): { status: number | null; output: string };
  remove(): void;
}

/** Builds both entries, beside node_modules (so that `webgpu` is found) and away from it (so that it is not). */
export async function buildAdapter(): Promise<Built> {
  const inside = mkdtempSync(join(root, "node_modules/.mixwell-interop-node-"));
  const outside = mkdtempSync(join(tmpdir(), "mixwell-interop-node-"));
  await build({ root, logLevel: "silent", build: { outDir: inside, emptyOutDir: true, sourcemap: false } });
  cpSync(inside, outside, { recursive: true });
  return {
    run(body, { flags = [], env = {}, outside: isOutside = false } = {}) {
      const folder = isOutside ? outside : inside;
      const file = join(folder, "main.mjs");
      writeFileSync(
        file,
        `import * as mixwell from "./index.js";\nimport * as node from "./interop/node.js";\n${body}\n`,
      );
      const child = spawnSync(process.execPath, [...flags, file], {
        encoding: "utf8",
        env: { ...process.env, ...env },
        timeout: 110_000,
      });
      return { status: child.status, output: child.stdout + child.stderr };
    },
    remove() {
      for (const folder of [inside, outside]) rmSync(folder, { recursive: true, force: true });
    },
  };
}
