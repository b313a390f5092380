/** Reports of the Speed page: their form, and the table of docs/speed.md that is made of them. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { faultsOf, type SpeedReport, speedRows, tableLines } from "../../demo/speed-page/report.ts";

const docs = fileURLToPath(new URL("../../docs", import.meta.url));
const files = readdirSync(`${docs}/reports`).sort();
const reports = files.map((file) => [file, JSON.parse(readFileSync(`${docs}/reports/${file}`, "utf8"))] as const);

test.each(reports)("%s has the form of a report, and every result of it was right", (file, report: SpeedReport) => {
  expect(file).toMatch(/^[\w.-]+\.json$/);
  expect(faultsOf(report)).toEqual([]);
  expect(report.rows.filter(({ error }) => error !== undefined)).toEqual([]);
});

test("the table of docs/speed.md has every report's lines, and no other", () => {
  const lines = readFileSync(`${docs}/speed.md`, "utf8").split("\n");
  const from = lines.findIndex((line) => line.startsWith("| adapter and browser |"));
  const end = lines.findIndex((line, i) => i > from && line === "");
  const wanted = reports.flatMap(([, report]) => tableLines(report as SpeedReport));
  expect(wanted.length).toBeGreaterThan(0);
  expect(lines.slice(from + 2, end)).toEqual(wanted);
});

describe("the check finds", () => {
  const [, sound] = reports[0]!;
  const withChange = (change: (report: Record<string, never>) => void) => {
    const copy = structuredClone(sound);
    change(copy as Record<string, never>);
    return faultsOf(copy);
  };

  test.each<[string, (report: Record<string, never>) => void]>([
    ["version", (report) => Object.assign(report, { version: 2 })],
    ["date", (report) => Object.assign(report, { date: "yesterday" })],
    ["adapter", (report) => Object.assign(report, { adapter: undefined })],
    ["limits.maxBufferSize", (report) => Object.assign(report.limits!, { maxBufferSize: "much" })],
    ["rows", (report) => Object.assign(report, { rows: [] })],
    ["rows[1].shape", (report) => Object.assign(report.rows![1]!, { shape: "32x32" })],
    ["rows[0].medianMs", (report) => Object.assign(report.rows![0]!, { medianMs: -1 })],
    ["rows[0].error", (report) => Object.assign(report.rows![0]!, { error: "wrong" })],
  ])("%s", (path, change) => {
    expect(withChange(change).some((fault) => fault.startsWith(`${path}: expected`))).toBe(true);
  });
});

test("a row's speed is its bytes a second, beside the faster copy", () => {
  const row = { case: "mixup u8", shape: "64×32×32×3", ratio_to_copy: null };
  const rows = speedRows([
    { ...row, contender: "copy f32", median_ms: 4, bytes: 8e6 },
    { ...row, contender: "copy vec4f", median_ms: 2, bytes: 8e6 },
    { ...row, contender: "mixwell", median_ms: 2, bytes: 2e6 },
    { ...row, contender: "TensorFlow.js", median_ms: null, bytes: 0, error: "wrong: images" },
  ]);
  expect(rows.map(({ gbPerSecond }) => gbPerSecond)).toEqual([2, 4, 1, null]);
  expect(rows.map(({ shareOfCopy }) => shareOfCopy)).toEqual([0.5, 1, 0.25, null]);
  expect(rows[2]!.picturesPerSecond).toBe(32_000);
  expect(rows[3]!.error).toBe("wrong: images");
});

test("a browser is named as people name it", () => {
  const named = (browser: string) => tableLines({ ...(reports[0]![1] as SpeedReport), browser })[0];
  expect(named("Mozilla/5.0 Chrome/150.0.0.0 Safari/537.36 Edg/150.0")).toContain(", Edge 150 |");
  expect(named("Mozilla/5.0 (X11; rv:153.0) Gecko/20100101 Firefox/153.0")).toContain(", Firefox 153 |");
  expect(named("Mozilla/5.0 (Macintosh) Version/26.1 Safari/605.1.15")).toContain(", Safari 26 |");
});
