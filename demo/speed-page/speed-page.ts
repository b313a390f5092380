/** One button, and what comes of it: bars, a table, a report. */
import { writeHash } from "../page/address.ts";
import { byId, make, within } from "../page/elements.ts";
import { fromHash, toHash, valuesOf } from "../page/form-address.ts";
import { showShared } from "../page/share.ts";
import { announce } from "../page/status.ts";
import { nameOf } from "../studio/gpu.ts";
import { showSpeed } from "./chart.ts";
import { programOf } from "./program.ts";
import { LIMITS, type SpeedReport, type SpeedRow } from "./report.ts";
import type { News, Order } from "./worker.ts";
import Measuring from "./worker.ts?worker";

declare const __MIXWELL_VERSION__: string;

export class SpeedPage {
  private worker: Worker | undefined;
  private rows: SpeedRow[] = [];
  private facts: Pick<SpeedReport, "adapter" | "limits" | "clock"> | undefined;

  constructor() {
    const form = byId("controls", HTMLFormElement);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (this.worker) this.end("Stopped.");
      else this.begin();
    });
    const defaults = valuesOf(form);
    const show = () => showShared({ code: programOf(chosenSet()) });
    const open = () => {
      fromHash(form, defaults, location.hash);
      show();
    };
    addEventListener("hashchange", open);
    form.addEventListener("input", () => {
      writeHash(toHash(form, defaults));
      show();
    });
    open();
  }

  /** Says what there is to measure on. */
  async open(): Promise<void> {
    const adapter = isSecureContext ? await navigator.gpu?.requestAdapter().catch(() => null) : undefined;
    if (!adapter) {
      byId("no-webgpu", HTMLElement).hidden = false;
      byId("no-webgpu-reason", HTMLElement).textContent = reasonWhy(adapter);
      byId("adapter", HTMLElement).textContent = "nothing: no WebGPU";
      byId("start", HTMLButtonElement).disabled = true;
      this.state("impossible");
      return;
    }
    byId("adapter", HTMLElement).textContent = nameOf(adapter.info);
    // What a device has that asks for nothing: the limits of the report.
    const device = await adapter.requestDevice();
    showLimits(Object.fromEntries(LIMITS.map((name) => [name, device.limits[name]])));
    device.destroy();
    this.state("ready");
  }

  private begin(): void {
    this.rows = [];
    this.worker = new Measuring();
    this.worker.addEventListener("message", ({ data }: MessageEvent<News>) => this.hear(data));
    this.worker.addEventListener("error", ({ message }) => this.end(`It failed: ${message}`));
    const order: Order = {
      set: chosenSet(),
      tfjs: byId("tfjs", HTMLInputElement).checked,
    };
    this.worker.postMessage(order);
    byId("start", HTMLButtonElement).textContent = "Stop";
    byId("copy-report", HTMLButtonElement).disabled = true;
    this.say("Compiling kernels, and comparing their results …");
    this.state("running");
  }

  private hear(news: News): void {
    if (news.kind === "adapter") {
      this.facts = news;
      byId("adapter", HTMLElement).textContent = news.adapter.name;
      showLimits(news.limits);
    } else if (news.kind === "case") this.say(`${news.name}: case ${news.done + 1} of ${news.total} …`);
    else if (news.kind === "rows") {
      this.rows.push(...news.rows);
      showSpeed(byId("chart", HTMLElement), this.rows);
      showTable(this.rows);
    } else if (news.kind === "failed") this.end(`It failed: ${news.words}`);
    else {
      const wrong = this.rows.filter(({ error }) => error !== undefined).length;
      this.report(news.rounds);
      const words =
        wrong === 0 ? "every result was right before it was timed" : `${wrong} results were wrong or failed`;
      this.end(`${this.rows.length} rows, ${news.rounds} rounds each; ${words}.`);
    }
  }

  private report(rounds: number): void {
    const { adapter, limits, clock } = this.facts!;
    const report: SpeedReport = {
      version: 1,
      package: __MIXWELL_VERSION__,
      date: new Date().toISOString(),
      browser: navigator.userAgent,
      adapter,
      limits,
      clock,
      rounds,
      rows: this.rows,
    };
    byId("report-text", HTMLElement).textContent = JSON.stringify(report, undefined, 2);
    byId("copy-report", HTMLButtonElement).disabled = false;
  }

  private end(words: string): void {
    this.worker?.terminate();
    this.worker = undefined;
    byId("start", HTMLButtonElement).textContent = this.rows.length > 0 ? "Measure again" : "Measure";
    this.say(words);
    announce(words);
    this.state("ready");
  }

  private say(words: string): void {
    byId("run-words", HTMLElement).textContent = words;
  }

  /** For tests, and nobody else. */
  private state(state: string): void {
    document.body.dataset.run = state;
  }
}

const chosenSet = () => within(document, "input[name=set]:checked", HTMLInputElement).value as Order["set"];

function reasonWhy(adapter: GPUAdapter | null | undefined): string {
  if (!isSecureContext) return "Browsers offer WebGPU only over https or on localhost.";
  if (adapter === undefined) return "This browser does not offer WebGPU.";
  return "This browser has WebGPU, but found no graphics adapter that it would use.";
}

function showLimits(limits: Record<string, number>): void {
  byId("limits", HTMLElement).replaceChildren(
    ...Object.entries(limits).map(([name, value]) =>
      make("div", {}, make("dt", {}, name), make("dd", {}, value.toLocaleString("en"))),
    ),
  );
}

function showTable(rows: readonly SpeedRow[]): void {
  const table = byId("table", HTMLElement);
  table.hidden = false;
  const number = (value: number | null, write: (value: number) => string) => (value === null ? "–" : write(value));
  within(table, "tbody", HTMLTableSectionElement).replaceChildren(
    ...rows.map((row) =>
      make(
        "tr",
        {},
        make("td", {}, `${row.case}, ${row.shape}`),
        make("td", {}, row.contender),
        make(
          "td",
          {},
          number(row.medianMs, (value) => value.toPrecision(3)),
        ),
        make(
          "td",
          {},
          number(row.gbPerSecond, (value) => value.toPrecision(3)),
        ),
        make(
          "td",
          {},
          number(row.shareOfCopy, (value) => `${Math.round(100 * value)} %`),
        ),
        make(
          "td",
          {},
          number(row.picturesPerSecond, (value) => Math.round(value).toLocaleString("en")),
        ),
        make("td", { className: row.error === undefined ? "" : "wrong" }, row.error ?? "right"),
      ),
    ),
  );
}
