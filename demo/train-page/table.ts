/** The results: as a table, as Markdown, as CSV. */

import type { RunSettings } from "../../training/types.ts";
import { byId, make } from "../page/elements.ts";
import type { ArmRecord, RunRecord } from "./record.ts";
import { percent, rate } from "./words.ts";

const HEAD = ["Arm", "Steps", "Training loss", "Training accuracy", "Test accuracy", "Test loss", "ECE", "Steps/s"];

const PACE_NOTE = "Steps a second leave out each arm's first step, which compiles.";

/** What was trained on what, in a line. */
export function titleOf({ data, model, backend, labelNoise, epochs, batchSize, seed }: RunSettings): string {
  const network = model === "mlp" ? "small MLP" : "Keras' CNN";
  const trainer = backend === "tfjs" ? "TensorFlow.js" : "jax-js";
  const length = `${epochs} ${epochs === 1 ? "epoch" : "epochs"}`;
  return `${data.name}; ${network}, ${trainer}, ${Math.round(100 * labelNoise)} % wrong labels, ${length}, batch ${batchSize}, seed ${seed}`;
}

export function showResults(record: RunRecord): void {
  const rows = record.arms.flatMap(cellsOf);
  byId("results-empty", HTMLElement).hidden = rows.length > 0;
  byId("results-table", HTMLElement).hidden = rows.length === 0;
  for (const id of ["copy-markdown", "copy-csv"]) byId(id, HTMLButtonElement).disabled = rows.length === 0;
  byId("results-caption", HTMLElement).textContent = `${titleOf(record.settings)}. ${PACE_NOTE}`;
  byId("results-head", HTMLTableRowElement).replaceChildren(
    ...HEAD.map((words) => make("th", { scope: "col" }, words)),
  );
  byId("results-body", HTMLTableSectionElement).replaceChildren(
    ...rows.map(([first, ...rest]) =>
      make("tr", {}, make("th", { scope: "row" }, first!), ...rest.map((cell) => make("td", {}, cell))),
    ),
  );
  byId("markdown", HTMLElement).textContent = markdown(titleOf(record.settings), rows);
  byId("csv", HTMLElement).textContent = csv(record);
}

function cellsOf({ arm, result }: ArmRecord): string[][] {
  if (!result) return [];
  const { steps, trainLoss, trainAccuracy, test, stepsPerSecond } = result;
  const losses = [
    trainLoss.toFixed(3),
    percent(trainAccuracy),
    percent(test.accuracy),
    test.loss.toFixed(3),
    percent(test.ece),
  ];
  return [
    [arm.title, steps.toLocaleString("en"), ...losses, stepsPerSecond === undefined ? "–" : rate(stepsPerSecond)],
  ];
}

function markdown(title: string, rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  const rule = HEAD.map((_, i) => (i === 0 ? "---" : "---:"));
  return `${title}\n\n${[HEAD, rule, ...rows].map(line).join("\n")}\n`;
}

/** With the settings in every row, so that several runs fit in one file. */
function csv({ settings, arms }: RunRecord): string {
  const { data, model, backend, labelNoise, epochs, batchSize, seed } = settings;
  const rows = arms.flatMap(({ arm, result }) => {
    if (!result) return [];
    const { steps, trainLoss, trainAccuracy, test, stepsPerSecond } = result;
    return [
      {
        data: data.name,
        model,
        trainer: backend,
        label_noise: labelNoise,
        epochs,
        batch_size: batchSize,
        seed,
        arm: arm.id,
        steps,
        train_loss: rounded(trainLoss),
        train_accuracy: rounded(trainAccuracy),
        test_accuracy: rounded(test.accuracy),
        test_loss: rounded(test.loss),
        ece: rounded(test.ece),
        steps_per_second: stepsPerSecond === undefined ? "" : rounded(stepsPerSecond),
      },
    ];
  });
  const lines = rows.map((row) => Object.values(row).map(cell).join(","));
  return rows.length === 0 ? "" : `${[Object.keys(rows[0]!).join(","), ...lines].join("\n")}\n`;
}

const rounded = (value: number): number => Number(value.toFixed(6));

/** Quoted where it has to be (RFC 4180): a file may be called anything. */
const cell = (value: string | number): string =>
  /[",\n\r]/.test(`${value}`) ? `"${`${value}`.replaceAll('"', '""')}"` : `${value}`;
