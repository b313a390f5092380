/** What peers call these settings: to start from, and as their own Python. */
import { DEFAULTS, type Settings } from "../settings.ts";

export interface Peer {
  title: string;
  /** A page of the documentation. */
  docs: string;
  settings: Partial<Settings>;
}

const KERAS = { mixer: "mixup", mixupAlpha: 0.2 } as const;

/** The first one is how the page opens. */
export const PEERS: Readonly<Record<string, Peer>> = {
  mixwell: { title: "Mixwell: any partner, a draw each", docs: "mixers-and-labels", settings: {} },
  timm: {
    title: "timm's Mixup",
    docs: "recipes/timm",
    settings: { pairing: "reverse", granularity: "batch", smoothing: 0.1 },
  },
  torchvision: {
    title: "torchvision's MixUp or CutMix",
    docs: "recipes/torchvision",
    settings: { mixupAlpha: 1, pairing: "roll", granularity: "batch" },
  },
  keras: { title: "Keras 3's MixUp", docs: "recipes/keras", settings: { ...KERAS, pairing: "permutation" } },
  kerasIo: { title: "keras.io's MixUp example", docs: "presets#mixers", settings: { ...KERAS } },
};

/** What a peer decides; the rest is where in the data one looks. */
const DECIDED = ["mixer", "mixupAlpha", "cutmixAlpha", "pairing", "granularity", "smoothing", "prob"] as const;

/** These settings as a peer has them. */
export const asPeer = (settings: Settings, name: string): Settings => {
  const { seed, epoch, batch, batchSize } = settings;
  return { ...DEFAULTS, ...PEERS[name]?.settings, seed, epoch, batch, batchSize };
};

/** The name of the peer whose settings these are; undefined for those of nobody. */
export const peerNameOf = (settings: Settings): string | undefined =>
  Object.keys(PEERS).find((name) => {
    const own = asPeer(settings, name);
    return DECIDED.every((key) => isUnused(key, settings) || own[key] === settings[key]);
  });

export const peerOf = (settings: Settings): Peer | undefined => PEERS[peerNameOf(settings) ?? ""];

/** The alpha of a mixer that is not in use. */
const isUnused = (key: (typeof DECIDED)[number], { mixer }: Settings): boolean =>
  (key === "mixupAlpha" && mixer === "cutmix") || (key === "cutmixAlpha" && mixer === "mixup");

/** Python's libraries want an alpha with a point. */
const float = (value: number): string => (Number.isInteger(value) ? value.toFixed(1) : String(value));
const linesOf = (...lines: string[]): string => `${lines.join("\n")}\n`;
const indented = (line: string): string => `    ${line},`;
const APPLIED = "images, labels = mix(images, labels)  # labels: class ids";

const TIMM_MODES = { sample: "elem", pair: "pair", batch: "batch", half: "half" } as const;

/** The same in a peer's Python, as the preset of that peer has it; undefined where no peer does this. */
export function pythonOf(settings: Settings, classes: number): string | undefined {
  const { pairing, granularity, smoothing, prob, mixer } = settings;
  const isPlain = prob === 1 && smoothing === 0;
  if (pairing === "reverse" && (prob === 1 || smoothing === 0)) return timm(settings, classes);
  if (pairing === "roll" && granularity === "batch" && isPlain) return torchvision(settings, classes);
  if (pairing === "permutation" && granularity === "sample" && isPlain && mixer === "mixup") return keras(settings);
  return undefined;
}

function timm({ mixer, mixupAlpha, cutmixAlpha, granularity, smoothing, prob }: Settings, classes: number): string {
  const options = [
    `mixup_alpha=${float(mixer === "cutmix" ? 0 : mixupAlpha)}`,
    `cutmix_alpha=${float(mixer === "mixup" ? 0 : cutmixAlpha)}`,
    `prob=${prob}`,
    `mode="${TIMM_MODES[granularity]}"`,
    `label_smoothing=${smoothing}`,
    `num_classes=${classes}`,
  ];
  const name = granularity === "half" ? "FastCollateMixup" : "Mixup";
  const use = granularity === "half" ? "loader = DataLoader(dataset, batch_size, collate_fn=mix)" : APPLIED;
  return linesOf(`from timm.data import ${name}`, "", `mix = ${name}(`, ...options.map(indented), ")", use);
}

function torchvision({ mixer, mixupAlpha, cutmixAlpha }: Settings, classes: number): string {
  const one = (name: string, alpha: number) => `v2.${name}(alpha=${float(alpha)}, num_classes=${classes})`;
  const [mixup, cutmix] = [one("MixUp", mixupAlpha), one("CutMix", cutmixAlpha)];
  const both = ["v2.RandomChoice([", indented(mixup), indented(cutmix), "])"].join("\n");
  const mix = { mixup, cutmix, both }[mixer];
  return linesOf("from torchvision.transforms import v2", "", `mix = ${mix}`, APPLIED);
}

const keras = ({ mixupAlpha }: Settings): string =>
  linesOf(
    "import keras",
    "",
    `mix = keras.layers.MixUp(alpha=${float(mixupAlpha)})`,
    'batch = mix({"images": images, "labels": labels})  # labels: rows of weights',
  );
