/** Shows what the settings say of the dataset that is loaded; the newest settings win. */
import { showHardness } from "../charts/hardness-cards.ts";
import { showLambdaChart } from "../charts/lambda-chart.ts";
import { byId } from "../page/elements.ts";
import { announce } from "../page/status.ts";
import { showPosition } from "../page/stepper.ts";
import { drawPlan } from "../policy.ts";
import type { Settings } from "../settings.ts";
import type { Source } from "../sources/source.ts";
import { showAlphaRows } from "./alpha-rows.ts";
import type { Backend } from "./backend.ts";
import type { ShownBatch } from "./batch.ts";
import { markChosen, showGallery } from "./gallery.ts";
import { showInspector } from "./inspector.ts";
import { showPanels } from "./panels.ts";
import { unmixedPlan } from "./unmixed.ts";
import { softLabel } from "./words.ts";

export class Studio {
  private wanted = 0;
  private running: Promise<void> = Promise.resolve();

  /**
   * @param onFailure what to do when mixing fails
   * @param onChosen is told which mixed picture is pointed at
   */
  constructor(
    private readonly onFailure: (error: unknown) => void,
    private readonly onChosen: (row: number) => void,
  ) {}

  /** Shows these settings as soon as what is being shown is done. */
  show(backend: Backend, source: Source, settings: Settings): Promise<void> {
    const ticket = ++this.wanted;
    const isCurrent = () => ticket === this.wanted;
    document.body.dataset.busy = "true";
    this.running = this.running
      .then(async () => {
        if (isCurrent()) await this.render(backend, source, settings, isCurrent);
      })
      .catch(this.onFailure)
      .then(() => {
        if (isCurrent()) document.body.dataset.busy = "false";
      });
    return this.running;
  }

  /** Resolves when nothing is being shown any more. */
  settled(): Promise<void> {
    return this.running;
  }

  private async render(backend: Backend, source: Source, settings: Settings, isCurrent: () => boolean): Promise<void> {
    const { facts } = backend;
    const plan = drawPlan(settings, facts);
    const sources = await backend.originals(plan.sources.map(({ index }) => index));
    const parts = facts.sizes ? await backend.mix(unmixedPlan(plan, plan.sources), settings.smoothing) : sources;
    const mixed = await backend.mix(plan, settings.smoothing);
    if (!isCurrent()) return;
    const batch: ShownBatch = { facts, plan, sources, parts, mixed };
    showGallery(batch, (row) => {
      explain(batch, row);
      this.onChosen(row);
    });
    explain(batch, settings.picture > 0 ? Math.min(settings.picture, mixed.count) - 1 : mostMixed(batch));
    showPosition(settings, facts);
    const { count, classes, height, width, sizes } = facts;
    const crop = sizes && { height, width };
    showPanels(plan, { settings, datasetCode: source.code, count, classes, crop });
    const title = crop ? "Mixed, a crop of each" : "Mixed";
    byId("mixed-title", HTMLElement).textContent =
      mixed.count < plan.batchSize ? `${title}: ${mixed.count} of ${plan.batchSize}, each pair once` : title;
    announce(
      `${mixed.count} pictures mixed: epoch ${settings.epoch}, batch ${settings.batch + 1}, seed ${settings.seed}`,
    );
    await showAlphaRows(backend, settings, isCurrent);
    if (!isCurrent()) return;
    showLambdaChart(settings, facts);
    await showHardness(backend, settings, isCurrent);
  }
}

function explain(batch: ShownBatch, row: number): void {
  markChosen(row);
  showInspector(batch, row);
}

/** The row whose label is the softest: the one worth explaining first. */
function mostMixed({ facts, plan, mixed }: ShownBatch): number {
  const largest = Array.from({ length: mixed.count }, (_, row) => softLabel(facts, plan, row, mixed.labels)[0]!.share);
  return largest.indexOf(Math.min(...largest));
}
