/** The form and the settings, kept equal. */
import { ALPHAS, DEFAULTS, pairingsFor, type Settings, settle } from "../settings.ts";
import { asPeer, PEERS, peerNameOf } from "../studio/peers.ts";
import { byId, make, within } from "./elements.ts";

const SLIDERS = ["mixupAlpha", "cutmixAlpha", "smoothing", "prob"] as const;
type Slider = (typeof SLIDERS)[number];

/** In the list of peers, what is nobody's. */
const OWN = "own";

export interface Controls {
  /** Makes the form say this. */
  show(settings: Settings): void;
}

/** `onChange` gets settings that can be drawn from, whenever the visitor changes one. */
export function setUpControls(onChange: (settings: Settings) => void): Controls {
  const form = byId("controls", HTMLFormElement);
  let current = DEFAULTS;
  for (const name of ["mixupAlpha", "cutmixAlpha"] as const) {
    const input = slider(name);
    input.min = "0";
    input.max = String(ALPHAS.length - 1);
    input.step = "1";
  }
  const change = (changed: Partial<Settings>) => {
    show(settle({ ...current, ...changed }));
    onChange(current);
  };
  const show = (settings: Settings) => {
    current = settings;
    fill(form, settings);
  };

  const peers = Object.entries(PEERS).map(([value, { title }]) => make("option", { value }, title));
  const peer = byId("peer", HTMLSelectElement);
  peer.append(...peers, make("option", { value: OWN, disabled: true }, "settings of your own"));

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", (event) => {
    if (event.target === peer) return change(asPeer(current, peer.value));
    const changed = read(event.target as HTMLInputElement | HTMLSelectElement);
    // Another seed starts over; another batch size counts its batches differently.
    if (changed) change("batchSize" in changed ? { ...changed, batch: 0 } : changed);
  });
  byId("dice", HTMLButtonElement).addEventListener("click", () => {
    change({ seed: crypto.getRandomValues(new Uint32Array(1))[0]! % 1_000_000 });
  });
  byId("reset", HTMLButtonElement).addEventListener("click", () => change(DEFAULTS));
  // On a phone the pictures matter more than the rarer settings.
  if (matchMedia("(max-width: 960px)").matches) within(form, "details", HTMLDetailsElement).open = false;
  return { show };
}

/** The one setting that an input stands for; nothing while a number is half typed. */
function read(input: HTMLInputElement | HTMLSelectElement): Partial<Settings> | undefined {
  if (!input.checkValidity()) return undefined;
  const { name, value } = input;
  if (name === "mixupAlpha" || name === "cutmixAlpha") return { [name]: ALPHAS[Number(value)]! };
  return { [name]: typeof DEFAULTS[name as keyof Settings] === "number" ? Number(value) : value };
}

function fill(form: HTMLFormElement, settings: Settings): void {
  for (const name of ["mixer", "granularity", "batchSize"] as const) {
    (form.elements.namedItem(name) as RadioNodeList).value = String(settings[name]);
  }
  byId("peer", HTMLSelectElement).value = peerNameOf(settings) ?? OWN;
  for (const name of SLIDERS) fillSlider(name, settings);
  for (const field of form.querySelectorAll<HTMLElement>("[data-for]")) {
    field.hidden = !field.dataset.for!.split(" ").includes(settings.mixer);
  }
  const seed = byId("seed", HTMLInputElement);
  if (Number(seed.value) !== settings.seed || seed.value === "") seed.value = String(settings.seed);

  const pairing = byId("pairing", HTMLSelectElement);
  const allowed: readonly string[] = pairingsFor(settings.granularity);
  for (const option of pairing.options) option.disabled = !allowed.includes(option.value);
  pairing.value = settings.pairing;
  byId("pairing-note", HTMLElement).textContent = PAIRING_NOTES[settings.granularity] ?? "";
}

const PAIRING_NOTES: Partial<Record<Settings["granularity"], string>> = {
  pair: "A pair shares one draw, so partners must be each other's.",
  half: "Half is made of reverse: each picture with its mirror image in the batch, once.",
};

const WORDS: Record<Slider, (settings: Settings) => string> = {
  mixupAlpha: ({ mixupAlpha }) => String(mixupAlpha),
  cutmixAlpha: ({ cutmixAlpha }) => String(cutmixAlpha),
  smoothing: ({ smoothing }) => smoothing.toFixed(2),
  prob: ({ prob }) => prob.toFixed(2),
};

function fillSlider(name: Slider, settings: Settings): void {
  const input = slider(name);
  const isAlpha = name === "mixupAlpha" || name === "cutmixAlpha";
  input.value = String(isAlpha ? (ALPHAS as readonly number[]).indexOf(settings[name]) : settings[name]);
  const [low, high] = [Number(input.min), Number(input.max)];
  input.style.setProperty("--fill", `${((Number(input.value) - low) / (high - low)) * 100}%`);
  const words = WORDS[name](settings);
  input.setAttribute("aria-valuetext", words);
  within(input.parentElement!, "output", HTMLOutputElement).value = words;
}

const slider = (name: Slider): HTMLInputElement => byId(name, HTMLInputElement);
