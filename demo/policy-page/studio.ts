/** Draws and shows what the state says; the newest state wins. */
import { epochOrder, type Plan, samplePlan } from "mixwell";
import { prettyJson } from "../json.ts";
import { byId } from "../page/elements.ts";
import { highlight } from "../page/highlight.ts";
import { showShared } from "../page/share.ts";
import { announce } from "../page/status.ts";
import type { DatasetFacts, Source } from "../sources/source.ts";
import type { Backend } from "../studio/backend.ts";
import { programOf } from "./program.ts";
import { docsOf, pythonOf } from "./python.ts";
import { markSample, type ShownSamples, showSamples } from "./samples.ts";
import { type PolicyState, policyFor, SAMPLES } from "./state.ts";
import { showSteps } from "./steps.ts";

/** In which order the epoch goes through the dataset. */
export const orderOf = ({ seed, epoch }: PolicyState, { count }: DatasetFacts) =>
  epochOrder({ seed, epoch, count, batchSize: Math.min(SAMPLES, count), last: "wrap" });

/** What `engine.epoch` draws for this batch, drawn without an engine. */
export function drawPlan(state: PolicyState, facts: DatasetFacts): Plan {
  const { seed, epoch, batch } = state;
  const order = orderOf(state, facts);
  return samplePlan({
    policy: policyFor(state, facts),
    seed,
    epoch,
    step: epoch * order.length + batch,
    ids: order.batch(batch),
    occurrences: order.occurrences(batch),
    from: "dataset",
    datasetSize: facts.count,
    ...(facts.sizes ? { sizes: { dataset: facts.sizes } } : { height: facts.height, width: facts.width }),
  });
}

export class PolicyStudio {
  private chosen = 0;
  private wanted = 0;
  private running: Promise<void> = Promise.resolve();

  /**
   * @param onFailure what to do when drawing fails
   * @param onChosen is told which sample is shown step by step
   */
  constructor(
    private readonly onFailure: (error: unknown) => void,
    private readonly onChosen: (row: number) => void,
  ) {}

  show(backend: Backend, source: Source, state: PolicyState): Promise<void> {
    return this.queue((isCurrent) => this.render(backend, source, state, isCurrent));
  }

  /** Resolves when nothing is being shown any more. */
  settled(): Promise<void> {
    return this.running;
  }

  /** One after the other; what was overtaken is left out. */
  private queue(work: (isCurrent: () => boolean) => Promise<void>): Promise<void> {
    const ticket = ++this.wanted;
    const isCurrent = () => ticket === this.wanted;
    document.body.dataset.busy = "true";
    this.running = this.running
      .then(async () => {
        if (isCurrent()) await work(isCurrent);
      })
      .catch(this.onFailure)
      .then(() => {
        if (isCurrent()) document.body.dataset.busy = "false";
      });
    return this.running;
  }

  private async render(backend: Backend, source: Source, state: PolicyState, isCurrent: () => boolean): Promise<void> {
    const { facts } = backend;
    const plan = drawPlan(state, facts);
    const policy = policyFor(state, facts);
    const made = await backend.mix(plan, 0, policy);
    if (!isCurrent()) return;
    const shown: ShownSamples = { facts, plan, made, policy };
    showSamples(shown, (row) => this.choose(backend, shown, row));
    this.chosen = Math.min(state.picture, made.count) - 1;
    markSample(this.chosen);
    showPosition(state, facts);
    showShared({ code: programOf(state, source.code, facts), python: pythonOf(state), docs: docsOf(state) });
    highlight(byId("policy-text", HTMLElement), prettyJson(policy));
    highlight(byId("plan-text", HTMLElement), prettyJson(plan));
    announce(`${made.count} samples drawn: epoch ${state.epoch}, batch ${state.batch + 1}, seed ${state.seed}`);
    await showSteps(backend, shown, this.chosen, isCurrent);
  }

  private choose(backend: Backend, shown: ShownSamples, row: number): void {
    if (row === this.chosen) return;
    this.chosen = row;
    this.onChosen(row);
    markSample(row);
    void this.queue((isCurrent) => showSteps(backend, shown, row, isCurrent));
  }
}

function showPosition(state: PolicyState, facts: DatasetFacts): void {
  byId("position", HTMLOutputElement).value =
    `epoch ${state.epoch}, ${state.batch + 1} of ${orderOf(state, facts).length}`;
  byId("previous", HTMLButtonElement).setAttribute("aria-disabled", String(state.epoch === 0 && state.batch === 0));
}

/** The batch after or before this one, over the ends of epochs. */
export function stepped(state: PolicyState, facts: DatasetFacts, direction: 1 | -1): PolicyState {
  const { length } = orderOf(state, facts);
  const batch = state.batch + direction;
  if (batch >= length) return { ...state, epoch: state.epoch + 1, batch: 0 };
  if (batch >= 0) return { ...state, batch };
  return state.epoch === 0 ? state : { ...state, epoch: state.epoch - 1, batch: length - 1 };
}

/** A batch that this dataset has. */
export function within(state: PolicyState, facts: DatasetFacts): PolicyState {
  const last = orderOf(state, facts).length - 1;
  return state.batch <= last ? state : { ...state, batch: last };
}
