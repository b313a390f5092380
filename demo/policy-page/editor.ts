/** The list of stages, and the form around it: start, choice, magnitude, mixer, seed. */
import {
  colorJitter,
  type ImageOp,
  type ImageStage,
  imageOps,
  op,
  randomCrop,
  randomErasing,
  randomGridMask,
  randomResizedCrop,
} from "mixwell";
import { byId, make, within } from "../page/elements.ts";
import { announce } from "../page/status.ts";
import { EXAMPLES } from "./examples.ts";
import { type ItemView, itemEditor } from "./item-editor.ts";
import { largestOf, rangesAt, strengthOf, unitOf, withStrength } from "./magnitude.ts";
import { PRESETS, type Preset, type PresetName } from "./presets.ts";
import { titleOf } from "./stage-fields.ts";
import { type Combine, combined, fromPreset, type Item, MOST, newItem, type PolicyState, scrubbed } from "./state.ts";
import { numberText } from "./words.ts";

/** Stages that are not one op, by what they are called here. */
const OTHERS: Record<string, () => ImageStage> = {
  "random resized crop": () => randomResizedCrop({ scale: [0.35, 1] }),
  "random crop": () => randomCrop({ padding: 12 }),
  "random erasing": () => randomErasing({ prob: 1 }),
  "random GridMask": () => randomGridMask(),
  "color jitter": () => colorJitter({ brightness: 0.4, contrast: 0.4, saturation: 0.4, hue: 0.1 }),
};
/** Their pictures have another size: the crops above draw them. */
const RESIZING = ["crop", "cropAndResize", "resize", "normalize", "identity"];

export class Editor {
  private state: PolicyState;
  private side = 140;
  private readonly views = new Map<number, ItemView>();

  constructor(
    start: PolicyState,
    private readonly onChange: (state: PolicyState) => void,
  ) {
    this.state = start;
    fillChoices();
    this.listen();
  }

  /** Makes the form say this. */
  show(state: PolicyState, side = this.side): void {
    const isSameList = state.items === this.state.items && side === this.side && this.views.size > 0;
    this.state = state;
    this.side = side;
    if (!isSameList) this.layList();
    this.fill();
  }

  /** What the form does not show has changed. */
  keep(state: PolicyState): void {
    this.state = state;
  }

  private change(next: PolicyState): void {
    this.show(next);
    this.onChange(next);
  }

  private listen(): void {
    const on = (id: string, kind: "input" | "change" | "click", act: (value: string) => void) => {
      const element = byId(id, HTMLElement);
      element.addEventListener(kind, () => act((element as HTMLInputElement).value));
    };
    byId("policy-form", HTMLFormElement).addEventListener("submit", (event) => event.preventDefault());
    on("preset", "change", (preset) =>
      this.change(fromPreset(preset as PresetName, { ...this.state, batch: this.state.batch })),
    );
    on("combine", "change", (combine) => this.change(combined(this.state, combine as Combine)));
    on("count", "input", (count) => this.change({ ...this.state, count: Number(count) }));
    on("magnitude", "input", (position) =>
      this.change(scrubbed(this.state, Number(position) / scaleOf(this.state).max)),
    );
    on("seed", "input", (seed) => {
      if (byId("seed", HTMLInputElement).checkValidity())
        this.change({ ...this.state, seed: Number(seed), batch: 0, epoch: 0 });
    });
    on("dice", "click", () => {
      this.change({
        ...this.state,
        seed: crypto.getRandomValues(new Uint32Array(1))[0]! % 1_000_000,
        batch: 0,
        epoch: 0,
      });
    });
    on("add", "click", () => this.add(byId("add-op", HTMLSelectElement).value));
    on("reset", "click", () => this.change(fromPreset(this.state.preset)));
    byId("mixers", HTMLElement).addEventListener("input", (event) => {
      this.change({ ...this.state, mixer: (event.target as HTMLInputElement).value as PolicyState["mixer"] });
    });
  }

  private add(name: string): void {
    const stage = OTHERS[name]?.() ?? addedOp(name, this.state.magnitude);
    const item = newItem(stage, strengthOf(stage) !== undefined);
    this.change({ ...this.state, items: [...this.state.items, item] });
    const view = this.views.get(item.id)!.element;
    within(view, "details", HTMLDetailsElement).open = true;
    view.scrollIntoView({ block: "nearest" });
    within(view, "summary", HTMLElement).focus({ preventScroll: true });
    announce(`${titleOf(stage)} added`);
  }

  /** The rows anew; what was open stays open, and the keyboard stays where it was. */
  private layList(): void {
    const list = byId("items", HTMLElement);
    const open = new Set(
      [...list.querySelectorAll<HTMLElement>("li:has(> details[open])")].map(({ dataset }) => Number(dataset.item)),
    );
    const focus = focusIn(list);
    this.views.clear();
    const { items } = this.state;
    items.forEach((item, i) => {
      const view = itemEditor(item, i, items.length, this.side, open.has(item.id), {
        edit: (stage) => this.edit(item.id, stage),
        follow: (follows) => this.follow(item.id, follows),
        move: (by) => this.move(item.id, by),
        remove: () => this.remove(item.id),
      });
      this.views.set(item.id, view);
    });
    list.replaceChildren(...[...this.views.values()].map(({ element }) => element));
    byId("items-empty", HTMLElement).hidden = items.length > 0;
    focus?.(list);
  }

  /** By hand: the magnitude no longer sets it. */
  private edit(id: number, stage: ImageStage): void {
    const items = this.state.items.map((item) => (item.id === id ? { ...item, stage, follows: false } : item));
    const changed = items.find((item) => item.id === id)!;
    this.views.get(id)!.say(changed);
    const tick = this.views.get(id)!.element.querySelector<HTMLInputElement>(".follow input");
    if (tick) tick.checked = false;
    this.state = { ...this.state, items };
    this.fill();
    this.onChange(this.state);
  }

  private follow(id: number, follows: boolean): void {
    const followed = (item: Item): Item => ({
      ...item,
      follows,
      stage: follows ? withStrength(item.stage, this.state.magnitude) : item.stage,
    });
    this.change({ ...this.state, items: this.state.items.map((item) => (item.id === id ? followed(item) : item)) });
  }

  private move(id: number, by: 1 | -1): void {
    const items = [...this.state.items];
    const from = items.findIndex((item) => item.id === id);
    const [moved] = items.splice(from, 1);
    items.splice(from + by, 0, moved!);
    this.change({ ...this.state, items, ...withoutWeights(this.state) });
    announce(`${titleOf(moved!.stage)} is now number ${from + by + 1} of ${items.length}`);
  }

  private remove(id: number): void {
    const at = this.state.items.findIndex((item) => item.id === id);
    const gone = this.state.items[at]!;
    this.change({
      ...this.state,
      items: this.state.items.filter((item) => item.id !== id),
      ...withoutWeights(this.state),
    });
    const rows = byId("items", HTMLElement).querySelectorAll<HTMLElement>("[data-act=remove]");
    (rows[Math.min(at, rows.length - 1)] ?? byId("add-op", HTMLSelectElement)).focus();
    announce(`${titleOf(gone.stage)} removed, ${this.state.items.length} left`);
  }

  private fill(): void {
    const { state } = this;
    byId("preset", HTMLSelectElement).value = state.preset;
    byId("preset-note", HTMLElement).textContent = (PRESETS[state.preset] as Preset).about;
    byId("combine", HTMLSelectElement).value = state.combine;
    byId("items-count", HTMLElement).textContent = state.items.length === 0 ? "" : String(state.items.length);
    fillCount(state);
    fillMagnitude(state);
    const seed = byId("seed", HTMLInputElement);
    if (Number(seed.value) !== state.seed || seed.value === "") seed.value = String(state.seed);
    for (const radio of byId("mixers", HTMLElement).querySelectorAll("input"))
      radio.checked = radio.value === state.mixer;
  }
}

/** Weights belong to places in the list. */
const withoutWeights = ({ options: { weights: _weights, ...options } }: PolicyState) => ({ options });

function addedOp(name: string, magnitude: number): ImageStage {
  const described = (imageOps as Record<string, ImageOp>)[name]!;
  return op(name as keyof typeof imageOps, { ...EXAMPLES[name], ...rangesAt(described, magnitude) } as never);
}

function fillChoices(): void {
  const groups = new Map<string, HTMLOptGroupElement>();
  for (const [name, { group, title }] of Object.entries(PRESETS)) {
    if (!groups.has(group)) groups.set(group, make("optgroup", { label: group }));
    groups.get(group)!.append(make("option", { value: name }, title));
  }
  byId("preset", HTMLSelectElement).replaceChildren(...groups.values());

  const kinds = ["color", "tone", "warp", "stencil", "tile", "mask"].map((kind) => {
    const named = Object.values(imageOps).filter((one: ImageOp) => one.kind === kind && !RESIZING.includes(one.name));
    return make(
      "optgroup",
      { label: `${kind} ops` },
      ...named.map(({ name }) => make("option", { value: name }, name)),
    );
  });
  const others = make(
    "optgroup",
    { label: "drawn by the picture's size" },
    ...Object.keys(OTHERS).map((name) => make("option", {}, name)),
  );
  byId("add-op", HTMLSelectElement).replaceChildren(...kinds, others);
}

function fillCount(state: PolicyState): void {
  const field = byId("count-field", HTMLElement);
  const most = MOST[state.combine as keyof typeof MOST];
  field.hidden = most === undefined;
  if (most === undefined) return;
  within(field, "label", HTMLLabelElement).textContent = state.combine === "augMix" ? "Chains" : "Ops a picture";
  setSlider("count", state.count, 1, most, 1, String(state.count));
}

/** The slider counts in the unit of the table that the stages share, if they do. */
export function scaleOf({ items }: PolicyState): { max: number; step: number; unit: string } {
  const followers = items.filter(({ follows }) => follows).map(({ stage }) => stage);
  const first = followers.find((stage) => stage.kind === "opAt");
  if (!first) return { max: 1, step: 0.01, unit: "" };
  const max = largestOf(first);
  return unitOf(first) === "bin"
    ? { max, step: 1, unit: "bin" }
    : { max, step: max / 100, unit: unitOf(first) === "level" ? "level" : "" };
}

function fillMagnitude(state: PolicyState): void {
  const { max, step, unit } = scaleOf(state);
  const position = unit === "bin" ? Math.round(state.magnitude * max) : Number((state.magnitude * max).toFixed(3));
  setSlider("magnitude", position, 0, max, step, `${numberText(position)} of ${numberText(max)}`, unit);
  const followers = state.items.filter(({ follows }) => follows).length;
  const able = state.items.filter(({ stage }) => strengthOf(stage) !== undefined).length;
  byId("magnitude", HTMLInputElement).disabled = followers === 0;
  byId("magnitude-note", HTMLElement).textContent = noteOn(followers, able);
}

function noteOn(followers: number, able: number): string {
  if (followers === 0) return "Every stage here has a strength of its own: open one to change it.";
  return followers < able ? `Sets ${followers} stages; ${able - followers} have a strength of their own.` : "";
}

function setSlider(id: string, value: number, min: number, max: number, step: number, words: string, unit = ""): void {
  const input = byId(id, HTMLInputElement);
  Object.assign(input, { min: String(min), max: String(max), step: String(step) });
  input.value = String(value);
  input.style.setProperty("--fill", `${((value - min) / (max - min)) * 100}%`);
  const said = [unit, words].filter(Boolean).join(" ");
  input.setAttribute("aria-valuetext", said);
  within(input.parentElement!, "output", HTMLOutputElement).value = said;
}

/** How to find the focused element again in rows that were made anew. */
function focusIn(list: HTMLElement): ((list: HTMLElement) => void) | undefined {
  const focused = document.activeElement;
  const row = focused?.closest<HTMLElement>("li[data-item]");
  if (!(focused instanceof HTMLElement) || !row || !list.contains(focused)) return undefined;
  const selector = focused.dataset.act
    ? `[data-act=${focused.dataset.act}]`
    : focused.getAttribute("aria-label")
      ? `[aria-label=${JSON.stringify(focused.getAttribute("aria-label"))}]`
      : focused.closest(".follow")
        ? ".follow input"
        : "summary";
  return (list) =>
    list.querySelector<HTMLElement>(`li[data-item="${row.dataset.item}"] ${selector}`)?.focus({ preventScroll: true });
}
