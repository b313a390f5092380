/** A measurement as a value: what the page copies, and what docs/reports holds. */
import type { Row } from "../../bench/report.ts";

export interface SpeedReport {
  version: 1;
  /** Of Mixwell. */
  package: string;
  /** ISO 8601. */
  date: string;
  browser: string;
  adapter: {
    name: string;
    vendor: string;
    architecture: string;
    device: string;
    description: string;
    isFallbackAdapter: boolean;
  };
  limits: Record<string, number>;
  /** Whose clock timed the copy and the GPU's part: the GPU's own (timestamp queries), or the host's at a fence. */
  clock: "gpu" | "host";
  rounds: number;
  rows: SpeedRow[];
}

export interface SpeedRow {
  case: string;
  /** Batch × height × width × channels. */
  shape: string;
  contender: string;
  /** Of one step, after the result was found to be right; null where it was not, and `error` says what was wrong. */
  medianMs: number | null;
  p10Ms: number | null;
  p90Ms: number | null;
  /** Read and written in one step. */
  bytes: number;
  gbPerSecond: number | null;
  /** Bytes a second over those of the faster copy kernel of the same case. */
  shareOfCopy: number | null;
  picturesPerSecond: number | null;
  error?: string;
}

/** The limits that decide what fits, and how. */
export const LIMITS = [
  "maxBufferSize",
  "maxStorageBufferBindingSize",
  "maxUniformBufferBindingSize",
  "maxStorageBuffersPerShaderStage",
  "maxComputeWorkgroupStorageSize",
  "maxComputeInvocationsPerWorkgroup",
  "maxComputeWorkgroupsPerDimension",
] as const;

/** The bench's rows, in the report's words. */
export function speedRows(rows: readonly Row[]): SpeedRow[] {
  const speed = ({ median_ms: median, bytes }: Row) => (median === null ? null : bytes / median / 1e6);
  const copyOf = (test: Row) => {
    const copies = rows.filter(
      (row) => row.contender.startsWith("copy") && row.case === test.case && row.shape === test.shape,
    );
    const speeds = copies.flatMap((row) => speed(row) ?? []);
    return speeds.length > 0 ? Math.max(...speeds) : null;
  };
  return rows.map((row) => {
    const { median_ms: median } = row;
    const gbPerSecond = speed(row);
    const copy = copyOf(row);
    return {
      case: row.case,
      shape: row.shape,
      contender: row.contender,
      medianMs: median,
      p10Ms: row.p10_ms ?? null,
      p90Ms: row.p90_ms ?? null,
      bytes: Math.round(row.bytes),
      gbPerSecond,
      shareOfCopy: gbPerSecond === null || copy === null ? null : gbPerSecond / copy,
      picturesPerSecond: median === null ? null : (1000 * Number(row.shape.split("×")[0])) / median,
      ...(row.error !== undefined && { error: row.error }),
    };
  });
}

/** What is wrong with the form of a report; nothing: []. */
export function faultsOf(report: unknown): string[] {
  const faults: string[] = [];
  const expectThat = (isRight: boolean, path: string, wanted: string) => {
    if (!isRight) faults.push(`${path}: expected ${wanted}`);
  };
  const isObject = (value: unknown): value is Record<string, unknown> =>
    typeof value === "object" && value !== null && !Array.isArray(value);
  if (!isObject(report)) return ["expected an object"];
  expectThat(report.version === 1, "version", "1");
  for (const name of ["package", "date", "browser"])
    expectThat(typeof report[name] === "string" && report[name] !== "", name, "words");
  expectThat(!Number.isNaN(Date.parse(String(report.date))), "date", "a date");
  const { adapter, limits, rows } = report;
  if (isObject(adapter)) {
    for (const name of ["name", "vendor", "architecture", "device", "description"])
      expectThat(typeof adapter[name] === "string", `adapter.${name}`, "a text");
    expectThat(typeof adapter.isFallbackAdapter === "boolean", "adapter.isFallbackAdapter", "true or false");
  } else expectThat(false, "adapter", "an object");
  if (isObject(limits))
    for (const name of LIMITS) expectThat(Number.isInteger(limits[name]), `limits.${name}`, "an integer");
  else expectThat(false, "limits", "an object");
  expectThat(report.clock === "gpu" || report.clock === "host", "clock", '"gpu" or "host"');
  expectThat(Number.isInteger(report.rounds) && (report.rounds as number) > 0, "rounds", "a positive integer");
  if (!Array.isArray(rows) || rows.length === 0) return [...faults, "rows: expected a list"];
  rows.forEach((row: unknown, i) => {
    const path = `rows[${i}]`;
    if (!isObject(row)) {
      expectThat(false, path, "an object");
      return;
    }
    for (const name of ["case", "contender"]) expectThat(typeof row[name] === "string", `${path}.${name}`, "words");
    expectThat(/^\d+(×\d+){3}$/.test(String(row.shape)), `${path}.shape`, "batch×height×width×channels");
    for (const name of ["medianMs", "p10Ms", "p90Ms", "gbPerSecond", "shareOfCopy", "picturesPerSecond"])
      expectThat(row[name] === null || (row[name] as number) > 0, `${path}.${name}`, "a positive number or null");
    expectThat(Number.isInteger(row.bytes), `${path}.bytes`, "an integer");
    expectThat((row.medianMs === null) === (row.error !== undefined), `${path}.error`, "words where there is no time");
  });
  return faults;
}

/** A report's lines in docs/speed.md: the engine's rows, the GPU's part alone. */
export function tableLines({ adapter, browser, date, rows }: SpeedReport): string[] {
  const name = browserName(browser);
  return rows
    .filter(({ contender }) => contender === "mixwell, GPU only")
    .map(({ case: what, shape, medianMs, gbPerSecond, shareOfCopy, picturesPerSecond }) => {
      const cells = [
        `${adapter.name}, ${name}`,
        date.slice(0, 10),
        `${what}, ${shape}`,
        medianMs === null ? "wrong" : medianMs.toPrecision(3),
        gbPerSecond === null ? "" : gbPerSecond.toPrecision(3),
        shareOfCopy === null ? "" : `${Math.round(100 * shareOfCopy)} %`,
        picturesPerSecond === null ? "" : Math.round(picturesPerSecond).toLocaleString("en"),
      ];
      return `| ${cells.join(" | ")} |`;
    });
}

/** By what only that browser adds to what all say. */
const BROWSERS = [
  ["Edge", /Edg\/(\d+)/],
  ["Firefox", /Firefox\/(\d+)/],
  ["Chrome", /Chrome\/(\d+)/],
  ["Safari", /Version\/(\d+)/],
] as const;

function browserName(said: string): string {
  for (const [name, pattern] of BROWSERS) {
    const version = pattern.exec(said)?.[1];
    if (version) return `${name} ${version}`;
  }
  return said;
}
