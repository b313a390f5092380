/** What a run found, as a table and as lines about the targets. */
import { NO_AUGMENTATION, RAND_AUGMENT, TARGET_SHAPE } from "./cases.ts";

/** One line of the table and of `--json`. */
export interface Row {
  case: string;
  shape: string;
  contender: string;
  /** Of one step; null where the contender was wrong or failed. */
  median_ms: number | null;
  /** Read and written in one step, and that by the pixels of the output where a row is of pictures. */
  bytes: number;
  bytes_per_pixel?: number;
  /** Median over the median of the faster copy kernel of the same case; null for the host's part. */
  ratio_to_copy: number | null;
  /** Of a training step: the part that augmentation adds, 0 to 1. */
  share_of_step?: number;
  p10_ms?: number;
  p90_ms?: number;
  rounds?: number;
  /** Steps behind one fence. */
  steps?: number;
  error?: string;
}

export interface Environment {
  /** `Chromium 156.0…` or `Node v20…, Dawn`. */
  runtime: string;
  adapter: string;
  date: string;
  /** Whose clock timed the copies and the GPU's part: the GPU's own (timestamp queries), or the host's at a fence. */
  clock: "gpu" | "host";
  /** Median of an empty submit and its fence. */
  fence_ms: number;
}

export interface Report {
  environment: Environment;
  rows: Row[];
  /** What WebGPU reported and nobody awaited. */
  errors: string[];
}

/** The rows of `--json`: each says where it was measured. */
export function jsonRows({ environment, rows }: Report): (Row & Environment)[] {
  return rows.map((row) => ({ ...row, ...environment }));
}

/** Whether all contenders were right and WebGPU had nothing to say. */
export function isClean({ rows, errors }: Report): boolean {
  return errors.length === 0 && rows.length > 0 && rows.every(({ error }) => error === undefined);
}

/** The whole report as text. */
export function printReport(report: Report): string {
  const { environment, rows, errors } = report;
  return [
    `${environment.runtime}; adapter ${environment.adapter}; ${environment.date}`,
    `an empty submit and its fence: ${environment.fence_ms.toFixed(2)} ms, once a burst, shared by its steps`,
    `"copy" and "GPU only" by the ${environment.clock === "gpu" ? "GPU's own clock, without that" : "host's clock"}`,
    "",
    ...table(rows),
    "",
    ...targets(rows),
    ...errors,
  ].join("\n");
}

const HEAD = ["case", "shape", "contender", "median ms", "10 % … 90 %", "MB", "B/pixel", "GB/s", "× copy", "steps"];

function table(rows: Row[]): string[] {
  const cells = rows.map((row) => {
    const name = [row.case, row.shape, row.contender];
    if (row.median_ms === null) return [...name, row.error ?? "failed"];
    const spread = `${digits(row.p10_ms ?? 0)} … ${digits(row.p90_ms ?? 0)}`;
    const rate = row.ratio_to_copy === null ? "" : (row.bytes / row.median_ms / 1e6).toFixed(2);
    const megabytes = (row.bytes / 1e6).toFixed(row.bytes < 1e6 ? 3 : 1);
    return [
      ...name,
      digits(row.median_ms),
      spread,
      megabytes,
      row.bytes_per_pixel?.toFixed(1) ?? "",
      rate,
      row.ratio_to_copy?.toFixed(2) ?? "",
      `${row.steps}`,
    ];
  });
  const widths = HEAD.map((head, k) =>
    Math.max(head.length, ...cells.filter((line) => line.length === HEAD.length).map((line) => line[k]!.length)),
  );
  // Names to the left, numbers to the right.
  const line = (row: string[]) =>
    row.map((cell, k) => (k < 3 ? cell.padEnd(widths[k]!) : cell.padStart(widths[k]!))).join("  ");
  const lines = [line(HEAD), widths.map((width) => "─".repeat(width)).join("  ")];
  cells.forEach((row, i) => {
    if (i > 0 && (rows[i]!.case !== rows[i - 1]!.case || rows[i]!.shape !== rows[i - 1]!.shape)) lines.push("");
    lines.push(line(row));
  });
  return lines;
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

/** Three significant digits. */
function digits(ms: number): string {
  return ms >= 100 ? ms.toFixed(0) : ms.toPrecision(3);
}

/**
 * What this library aims for, and what came out. Not held to: a benchmark that fails on a busy machine helps nobody.
 */
function targets(rows: Row[]): string[] {
  const find = (test: string, shape: string, contender: string) =>
    rows.find(
      (row) => row.case === test && row.shape === shape && row.contender === contender && row.median_ms !== null,
    );
  const lines: string[] = [];
  for (const mixer of ["mixup u8", "cutmix u8"]) {
    const where = `${mixer} ${TARGET_SHAPE}`;
    const whole = find(mixer, TARGET_SHAPE, "mixwell");
    const gpu = find(mixer, TARGET_SHAPE, "mixwell, GPU only");
    const copy = rows.find((row) => row.case === mixer && row.shape === TARGET_SHAPE && row.ratio_to_copy === 1);
    if (!whole || !gpu || !copy) continue;
    const bandwidth = gpu.bytes / gpu.median_ms! / (copy.bytes / copy.median_ms!);
    lines.push(`${where}: ${whole.ratio_to_copy!.toFixed(2)} × ${copy.contender} (target: at most 2.0)`);
    lines.push(
      `${where}: ${bandwidth.toFixed(2)} of ${copy.contender}'s bandwidth (target on a hardware GPU: at least 0.85)`,
    );
    for (const contender of ["TensorFlow.js", "TensorFlow.js, tuned"]) {
      const tf = find(mixer, TARGET_SHAPE, contender);
      if (tf)
        lines.push(
          `${where}: ${contender} takes ${(tf.median_ms! / whole.median_ms!).toFixed(1)} times as long (target: at least 10)`,
        );
    }
  }
  for (const { shape, median_ms } of rows.filter((row) => row.case === RAND_AUGMENT && row.contender === "mixwell")) {
    const tf = find(RAND_AUGMENT, shape, "TensorFlow.js");
    if (tf && median_ms !== null)
      lines.push(
        `${RAND_AUGMENT} ${shape}: TensorFlow.js takes ${(tf.median_ms! / median_ms).toFixed(1)} times as long (target: at least 5)`,
      );
  }
  for (const { case: name, shape, contender, share_of_step: share } of rows) {
    if (share === undefined) continue;
    const plain = find(name, shape, NO_AUGMENTATION);
    // A difference that is smaller than the steps' own is not one.
    const noise = plain ? (plain.p90_ms! - plain.p10_ms!) / 2 / plain.median_ms! : 0;
    const words =
      share < noise ? `no more than the step's own spread of ± ${percent(noise)}` : `${percent(share)} of the step`;
    lines.push(`${name} ${shape}: ${contender} takes ${words}`);
  }
  for (const { case: name, shape, median_ms } of rows.filter(({ contender }) => contender === "compiled before")) {
    const times = (contender: string, other: string) =>
      (find(name, shape, contender)!.median_ms! / find(name, shape, other)!.median_ms!).toFixed(2);
    const part = (words: string) => times(`compiled as needed${words}`, `compiled before${words}`);
    lines.push(
      `${name}, ${(median_ms! / 1000).toFixed(2)} s from createEngine on: compiled as needed it takes ${part("")} times as long, the batch alone ${part(", of it the batch")} times, the longest block ${part(", longest block")} times`,
    );
  }
  for (const mixer of ["mixup", "cutmix"]) {
    const host = find(`host, ${mixer}`, "256 samples", "draw + record");
    if (host)
      lines.push(`${mixer}, 256 samples: ${host.median_ms!.toFixed(3)} ms to draw and record (target: under 0.5 ms)`);
  }
  return lines;
}
