/** Lists of pictures: a CSV table with the columns `path` and `label`, or JSON lines with these fields. */
import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { badInput, wordsOf } from "./exit-codes.ts";
import type { Listed } from "./input.ts";

interface Line {
  path?: unknown;
  label?: unknown;
}

/** Labels that are all whole numbers are class ids; else they are names, numbered in sorted order. */
export async function readList(path: string): Promise<Listed> {
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    throw badInput(`${path}: expected a file that can be read: ${wordsOf(error)}`, error);
  });
  const lines = /\.jsonl$/i.test(path) ? jsonLines(path, text) : csvLines(path, text);
  if (lines.length === 0) throw badInput(`${path}: expected at least one picture, found none`);
  const names = lines.map(({ path: name }, i) => {
    if (typeof name !== "string" || name === "") throw badInput(`${path}, picture ${i}: expected a path, found none`);
    return name;
  });
  const labels = lines.map(({ label }) => label ?? "");
  const without = labels.indexOf("");
  if (without < 0) return { names, ...classesOf(labels) };
  if (labels.some((label) => label !== ""))
    throw badInput(`${path}, picture ${without}: expected a label, as other pictures have, found none`);
  return { names };
}

function classesOf(labels: readonly unknown[]): Pick<Listed, "labels" | "classNames"> {
  if (labels.every((label) => /^\d+$/.test(String(label)))) return { labels: labels.map(Number) };
  const texts = labels.map(String);
  const classNames = [...new Set(texts)].sort();
  const ids = new Map(classNames.map((name, id) => [name, id]));
  return { labels: texts.map((text) => ids.get(text)!), classNames };
}

function jsonLines(path: string, text: string): Line[] {
  return text
    .split("\n")
    .map((line, i) => ({ line: line.trim(), i }))
    .filter(({ line }) => line !== "")
    .map(({ line, i }) => {
      try {
        return JSON.parse(line) as Line;
      } catch (error) {
        throw badInput(`${path}, line ${i + 1}: expected JSON: ${(error as Error).message}`, error);
      }
    });
}

function csvLines(path: string, text: string): Line[] {
  let lines: Line[];
  try {
    lines = parse(text, { columns: true, skip_empty_lines: true, trim: true, bom: true });
  } catch (error) {
    throw badInput(`${path}: expected CSV with a first line of names: ${(error as Error).message}`, error);
  }
  if (lines[0] && !("path" in lines[0]))
    throw badInput(`${path}: expected a column "path", found ${Object.keys(lines[0]).join(", ")}`);
  return lines;
}
