/** The Targets page: pictures, class maps, boxes and points through one draw. */
import {
  createEngine,
  type Dataset,
  type Engine,
  mapTarget,
  NoWebGpuError,
  type ObjectOutput,
  objectTarget,
} from "mixwell";
import { writeHash } from "../page/address.ts";
import { byId, make } from "../page/elements.ts";
import { fromHash, numberOf, toHash, valuesOf } from "../page/form-address.ts";
import { showShared } from "../page/share.ts";
import { announce } from "../page/status.ts";
import { openGpu } from "../studio/gpu.ts";
import { CLASSES, SIDE } from "./annotations.ts";
import { drawPicture, type Overlay, rowsOf, type Shown } from "./drawing.ts";
import { loadPictures } from "./pictures.ts";
import { CHOICES, codeOf } from "./policies.ts";

const COUNT = 7;
const MOST_BATCHES = 9999;
const OVERLAYS: readonly Overlay[] = ["map", "boxes", "outlines", "points"];

export class TargetsPage {
  private device: GPUDevice | undefined;
  private dataset: Dataset | undefined;
  private before: readonly Shown[] = [];
  private after: readonly Shown[] = [];
  private batch = 0;
  private readonly form = byId("targets-form", HTMLFormElement);
  private defaults: ReadonlyMap<string, string> = new Map();
  /** Only the last change is shown. */
  private turn = 0;

  async open(): Promise<void> {
    this.setUpControls();
    try {
      const { device, name } = await openGpu();
      byId("adapter", HTMLElement).textContent = name;
      this.device = device;
      this.dataset = await loadPictures(device);
      this.before = await this.made([]);
      await this.change();
    } catch (reason) {
      if (!(reason instanceof NoWebGpuError)) throw reason;
      byId("adapter", HTMLElement).textContent = "nothing";
      byId("no-webgpu", HTMLElement).hidden = false;
      byId("no-webgpu-reason", HTMLElement).textContent = reason.message;
      this.showCode();
    }
  }

  private setUpControls(): void {
    const { form } = this;
    const choice = byId("policy", HTMLSelectElement);
    choice.append(...Object.entries(CHOICES).map(([value, { name }]) => make("option", { value }, name)));
    choice.value = "cutmix";
    this.defaults = valuesOf(form);
    this.readAddress();
    addEventListener("hashchange", () => {
      this.readAddress();
      void this.change();
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", ({ target }) => {
      if (!form.checkValidity()) return;
      if ((target as HTMLElement).dataset.overlay) {
        this.writeAddress();
        this.draw();
      } else void this.change();
    });
    byId("dice", HTMLButtonElement).addEventListener("click", () => {
      byId("seed", HTMLInputElement).value = String(crypto.getRandomValues(new Uint32Array(1))[0]! % 1_000_000);
      void this.change();
    });
    byId("next", HTMLButtonElement).addEventListener("click", () => this.go(1));
    byId("previous", HTMLButtonElement).addEventListener("click", () => this.go(-1));
  }

  private readAddress(): void {
    fromHash(this.form, this.defaults, location.hash);
    this.batch = numberOf(location.hash, "batch", MOST_BATCHES);
  }

  private writeAddress(): void {
    writeHash(toHash(this.form, this.defaults, { batch: this.batch }));
  }

  private get seed(): number {
    return Number(byId("seed", HTMLInputElement).value);
  }

  private go(step: number): void {
    this.batch = Math.min(MOST_BATCHES, Math.max(0, this.batch + step));
    void this.change();
  }

  private get choice() {
    return CHOICES[byId("policy", HTMLSelectElement).value]!;
  }

  /** Another policy, or another batch. */
  private async change(): Promise<void> {
    this.showCode();
    this.writeAddress();
    if (!this.dataset) return;
    const turn = ++this.turn;
    document.body.dataset.state = "making";
    const after = await this.made(this.choice.policy);
    if (turn !== this.turn) return;
    this.after = after;
    this.draw();
    document.body.dataset.state = "shown";
    announce(`${this.choice.name}, batch ${this.batch + 1}: ${this.after[0]!.objects.labels.length} objects`);
  }

  private showCode(): void {
    const { choice } = this;
    const { words } = choice;
    byId("policy-note", HTMLElement).textContent = words;
    byId("position", HTMLOutputElement).value = `${this.batch + 1}`;
    showShared({ code: codeOf(choice, this.seed, this.batch), python: choice.python });
  }

  /** The seven pictures after a policy, and what belongs to them. */
  private async made(policy: (typeof CHOICES)[string]["policy"]): Promise<Shown[]> {
    const engine: Engine = await createEngine(this.device!, {
      policy,
      seed: this.seed,
      output: { format: "u8" },
      targets: { masks: mapTarget({ blends: "dominant" }), objects: objectTarget({ minVisibility: 0.05 }) },
      warm: false,
    });
    const indices = Array.from({ length: COUNT }, (_, i) => i);
    const batch = engine.run({ dataset: this.dataset!, indices }, { epoch: this.batch });
    const { images, targets } = await engine.read(batch);
    engine.destroy();
    const part = (from: Uint8Array, i: number, each: number) => from.subarray(i * each, (i + 1) * each);
    return indices.map((row) => ({
      image: part(images as Uint8Array, row, 3 * SIDE * SIDE),
      ids: part(targets!.masks as Uint8Array, row, SIDE * SIDE),
      objects: batch.targets!.objects as ObjectOutput,
      row,
    }));
  }

  private draw(): void {
    const ticked = OVERLAYS.filter((name) => byId(`show-${name}`, HTMLInputElement).checked);
    const overlays = new Set(ticked);
    this.fill("before", this.before, overlays);
    this.fill("after", this.after, overlays);
  }

  private fill(id: string, all: readonly Shown[], overlays: ReadonlySet<Overlay>): void {
    const grid = byId(id, HTMLElement);
    const cards = all.map((shown, i) => {
      const words = wordsOf(shown);
      const card = grid.children[i] ?? make("figure", { className: "target" }, make("canvas"), make("figcaption"));
      const canvas = card.querySelector("canvas")!;
      drawPicture(canvas, SIDE, shown, overlays);
      canvas.setAttribute("role", "img");
      canvas.setAttribute("aria-label", words.join("; ") || "no object");
      const list = words.length > 0 ? words : ["no object left"];
      card.querySelector("figcaption")!.replaceChildren(...list.slice(0, 5).map((line) => make("p", {}, line)));
      return card;
    });
    grid.replaceChildren(...cards);
  }
}

/** "cat: 83 % visible, λ 0.62", the largest first. */
function wordsOf(shown: Shown): string[] {
  const { labels, visible, weight, area } = shown.objects;
  return rowsOf(shown)
    .sort((a, b) => area[b]! - area[a]!)
    .map((object) => {
      const share = weight[object]!;
      const name = CLASSES[labels[object]!]!.name;
      const lambda = share < 0.995 ? `, λ ${share.toFixed(2)}` : "";
      return `${name}: ${Math.round(100 * visible[object]!)} % visible${lambda}`;
    });
}
