/** The files that a forge reads: workflows, issue templates, how to cite and how to report a weakness. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { parse } from "yaml";

const root = fileURLToPath(new URL("../../", import.meta.url));
const read = (path: string) => readFileSync(`${root}${path}`, "utf8");
const { scripts, license } = JSON.parse(read("package.json")) as { scripts: Record<string, string>; license: string };

interface Job {
  "timeout-minutes"?: number;
  strategy?: { matrix: { command?: string[] } };
  steps: { run?: string; uses?: string; with?: Record<string, unknown> }[];
}

/** A step that runs each command of the job's matrix, on a machine of its own. */
const EACH_COMMAND = /^\$\{\{ matrix\.command \}\}$/;

const workflows = readdirSync(`${root}.github/workflows`).map(
  (name) => [name, parse(read(`.github/workflows/${name}`))] as const,
);

test.each(workflows)("%s runs what is there, with few rights and a limit of time", (_, { permissions, jobs }) => {
  expect(permissions.contents).toBe("read");
  for (const job of Object.values(jobs as Record<string, Job>)) {
    expect(job["timeout-minutes"]).toBeGreaterThan(0);
    const commands = job.strategy?.matrix.command ?? [];
    const lines = job.steps.flatMap(({ run }) => (EACH_COMMAND.test(run ?? "") ? commands : run ? [run] : []));
    expect(lines.filter((line) => line.includes("${{")).join()).toBe("");
    const named = lines.flatMap((line) => [...line.matchAll(/npm run (\S+)/g)].map(([, script]) => script!));
    for (const script of named) expect(scripts).toHaveProperty([script]);
    expect(lines.some((line) => line === "npm ci")).toBe(true);
    for (const { uses } of job.steps) expect(uses ?? "actions/").toMatch(/^actions\/(?:\w|$)/);
  }
});

test("a release tests the package as it is installed, and says where it was built", () => {
  const release = workflows.find(([name]) => name === "release.yml")![1];
  const lines = (release.jobs.publish as Job).steps.map(({ run }) => run);
  expect(release.permissions["id-token"]).toBe("write");
  const order = [
    "npm test",
    "npm run test:whole",
    "npm run test:installed",
    "npm publish --provenance --access public",
  ];
  expect(lines.filter((line) => line && order.includes(line))).toEqual(order);
});

test.each(["bug", "peer", "wish"])("the issue template %s is a form", (name) => {
  const form = parse(read(`.github/ISSUE_TEMPLATE/${name}.yml`));
  expect([form.name, form.description].every((words) => typeof words === "string" && words.length > 3)).toBe(true);
  const ids = (form.body as { id: string }[]).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { type, attributes } of form.body) {
    expect(["textarea", "input", "dropdown", "checkboxes"]).toContain(type);
    expect(attributes.label).toMatch(/\w/);
  }
});

test("one can cite it, and report a weakness", () => {
  const citation = parse(read("CITATION.cff"));
  expect(citation).toMatchObject({ "cff-version": "1.2.0", type: "software", license });
  expect(citation.authors[0].name).toMatch(/\w/);
  expect(read("SECURITY.md")).toContain("security\nadvisories");
});
