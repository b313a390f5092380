/** Descriptors as words for a table. */
import type { Arg } from "../../src/ops/op.ts";

export const code = (text: unknown): string => `\`${text}\``;

export const json = (value: unknown): string =>
  Array.isArray(value)
    ? `[${value.map(json).join(", ")}]`
    : typeof value === "number"
      ? String(round(value))
      : (JSON.stringify(value) ?? "");

/** Six digits are enough to read. */
export const round = (value: number): number => Number(value.toPrecision(6));

export function rangeOf({ type, min, max, values }: Arg): string {
  if (type === "choice") return (values ?? []).map(code).join(", ");
  if (type === "boolean") return "`true`, `false`";
  if (min !== undefined && max !== undefined) return `${grouped(min)} to ${grouped(max)}`;
  if (min !== undefined) return `at least ${grouped(min)}`;
  return max !== undefined ? `at most ${grouped(max)}` : "any";
}

const grouped = (value: number): string => value.toLocaleString("en", { maximumFractionDigits: 6 }).replace("-", "−");

export const typeOf = ({ type, length }: Arg): string =>
  type === "list" ? `list${length === undefined ? "" : ` of ${length}`}` : type;

/** A table's row; what a cell must not break is escaped. */
export const row = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map(() => "---")), ...rows.map(row)].join("\n");

/** `threshold 128, fill [0]`. */
export const argsInWords = (args: Readonly<Record<string, unknown>>): string =>
  Object.entries(args)
    .map(([name, value]) => `${name} ${json(value)}`)
    .join(", ");
