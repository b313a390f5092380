/** Every example is whole, listed, small, and written as a user would write it. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (path: string) => readFileSync(join(root, path), "utf8");
/** Scripts and manifests for schedulers, which run the command `mixwell`. */
const RECIPES = ["kubernetes", "slurm"];
const folders = readdirSync(join(root, "examples"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== "shared" && !RECIPES.includes(entry.name))
  .map(({ name }) => name);
const specs = readdirSync(join(root, "test/examples"))
  .filter((name) => name.endsWith(".spec.ts"))
  .map((name) => read(`test/examples/${name}`))
  .join("\n");

test("there are twelve", () => {
  expect(folders).toHaveLength(12);
});

test.each(RECIPES)("the recipe examples/%s has words, and is listed", (name) => {
  expect(existsSync(join(root, "examples", name, "README.md"))).toBe(true);
  expect(read("examples/README.md")).toContain(`[${name}](${name})`);
});

describe.each(folders)("examples/%s", (name) => {
  const files = readdirSync(join(root, "examples", name));
  const isPage = files.includes("index.html");
  const sources = files.filter((file) => /\.(ts|mjs)$/.test(file) && !file.startsWith("make-"));

  test("has a page or a script, and words", () => {
    expect(files).toContain("README.md");
    expect(files).toContain(isPage ? "main.ts" : "main.mjs");
  });

  test("is listed, with its tutorials, and among the pages", () => {
    expect(read("examples/README.md")).toContain(`| [${name}](${name}) | `);
    expect(read("examples/index.html").includes(`href="./${name}/"`)).toBe(isPage);
  });

  test("is run by a test", () => {
    expect(specs).toContain(isPage ? `"${name}"` : `examples/${name}/main.mjs`);
  });

  test("can be read in two minutes", () => {
    const lines = sources.reduce((sum, file) => sum + read(`examples/${name}/${file}`).split("\n").length, 0);
    expect(lines).toBeLessThan(180);
  });

  test("imports Mixwell by its name, and reaches no further than the shared folder", () => {
    const imports = sources.flatMap((file) =>
      [...read(`examples/${name}/${file}`).matchAll(/from "([^"]+)"/g)].map((found) => found[1]!),
    );
    expect(imports.filter((path) => path.startsWith("..") && !path.startsWith("../shared/"))).toEqual([]);
    expect(imports.filter((path) => /^mixwell\b/.test(path)).length).toBeGreaterThan(0);
  });

  test("its README names files and folders that are there", () => {
    const named = [...read(`examples/${name}/README.md`).matchAll(/`([\w-]+\.(?:ts|mjs|onnx))`/g)].map(
      (found) => found[1]!,
    );
    expect(named.filter((file) => !existsSync(join(root, "examples", name, file)))).toEqual([]);
  });
});
