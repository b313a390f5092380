/** Four rows of eight pictures: the same batch and partners under four alphas. */
import { byId, make } from "../page/elements.ts";
import { drawPlan, policyOf } from "../policy.ts";
import type { Settings } from "../settings.ts";
import type { Backend } from "./backend.ts";
import { paint } from "./draw.ts";
import { describeRow, nameOfSample, rowOf } from "./words.ts";

export const ROW_ALPHAS = [0.2, 0.5, 1, 2] as const;
const PICTURES = 8;

/** `isCurrent` turns false when the settings have changed meanwhile, and the rest is not worth making. */
export async function showAlphaRows(backend: Backend, settings: Settings, isCurrent: () => boolean): Promise<void> {
  const rows: HTMLElement[] = [];
  for (const alpha of ROW_ALPHAS) {
    // Half gives half as many pictures as it takes.
    const batchSize = settings.granularity === "half" ? 2 * PICTURES : PICTURES;
    const changed = {
      ...settings,
      mixupAlpha: alpha,
      cutmixAlpha: alpha,
      batchSize,
      batch: settings.batchSize === batchSize ? settings.batch : 0,
    };
    const plan = drawPlan(changed, backend.facts, policyOf(changed));
    const mixed = await backend.mix(plan, settings.smoothing);
    if (!isCurrent()) return;
    const tiles = Array.from({ length: mixed.count }, (_, row) => {
      const name = nameOfSample(backend.facts, plan.sources[rowOf(plan, row).own]!.index);
      const canvas = make("canvas", { role: "img", "aria-label": `${name}. ${describeRow(backend.facts, plan, row)}` });
      paint(canvas, mixed, row);
      return make("li", {}, canvas);
    });
    const title = make("h3", {}, `α = ${alpha}`);
    rows.push(
      make(
        "div",
        { className: "alpha-row" },
        title,
        make("ul", { className: "grid", "aria-label": `Mixed with alpha ${alpha}` }, ...tiles),
      ),
    );
  }
  byId("alpha-rows", HTMLElement).replaceChildren(...rows);
}
