/**
 * Which arguments a stage has, whatever its kind: descriptors of the ops, and of the stages whose draws depend on the
 * picture.
 */
import { type Arg, type ImageOp, type ImageStage, imageOps } from "mixwell";
import { hasMagnitude, largestOf, unitOf } from "./magnitude.ts";
import { drawText, numberText } from "./words.ts";

const number = (min: number, max: number, unit: string, about: string, fallback: unknown): Arg => ({
  type: "number",
  min,
  max,
  unit,
  about,
  default: fallback,
});
const levels: Arg = {
  type: "list",
  min: 0,
  max: 255,
  unit: "levels",
  about: "One level for all channels, or one each.",
  default: [0],
};
const interpolation: Arg = {
  type: "choice",
  values: ["nearest", "bilinear", "bicubic"],
  unit: "name",
  about: "How it reads between pixels.",
  default: "bilinear",
};

const STAGES: Partial<Record<ImageStage["kind"], { title: string; fields: Record<string, Arg> }>> = {
  randomErasing: {
    title: "randomErasing",
    fields: {
      area: {
        type: "number",
        min: 0.01,
        max: 1,
        unit: "share of the picture",
        about: "Of the box.",
        default: [0.02, 1 / 3],
      },
      mode: {
        type: "choice",
        values: ["constant", "channel", "pixel"],
        unit: "name",
        about: "What fills it.",
        default: "constant",
      },
      fill: levels,
    },
  },
  randomCrop: {
    title: "randomCrop",
    fields: {
      padding: { type: "integer", min: 0, max: 64, unit: "pixels", about: "Added on every side before.", default: 0 },
      edge: {
        type: "choice",
        values: ["constant", "reflect", "symmetric", "edge", "wrap"],
        unit: "name",
        about: "What is added.",
        default: "constant",
      },
      fill: levels,
    },
  },
  randomResizedCrop: {
    title: "randomResizedCrop",
    fields: {
      scale: number(0.05, 1, "share of the picture", "The window's.", [0.08, 1]),
      ratio: number(0.25, 4, "width / height", "The window's.", [0.75, 4 / 3]),
      interpolation,
    },
  },
  randomZoomOut: {
    title: "randomZoomOut",
    fields: { side: number(1, 16, "times as long", "A side of the canvas.", [1, 4]), fill: levels, interpolation },
  },
  randomGridMask: {
    title: "randomGridMask",
    fields: {
      ratio: number(0, 1, "share of a unit", "The dropped square's.", [0, 0.5]),
      rotation: number(-0.5, 0.5, "turns", "Of the grid.", [-0.15, 0.15]),
      mode: {
        type: "choice",
        values: ["constant", "pixel"],
        unit: "name",
        about: "What fills it.",
        default: "constant",
      },
      fill: levels,
    },
  },
};

export const probArg: Arg = number(0, 1, "", "The chance that it is applied.", 1);

export interface Fields {
  /** Shown at once. */
  main: Record<string, Arg>;
  /** Behind a fold: how warps read, whose rounding. */
  more: Record<string, Arg>;
}

const QUIET = ["interpolation", "edge", "fill", "peer", "fuse", "kernel", "antialias", "matrix", "start", "end"];

export function fieldsOf(stage: ImageStage): Fields {
  if (stage.kind === "opAt") return { main: hasMagnitude(stage) ? magnitudeField(stage) : {}, more: {} };
  const all = stage.kind === "op" ? opFields(stage.op) : (STAGES[stage.kind]?.fields ?? {});
  const entries = Object.entries(all);
  // A homography has nothing but its matrix.
  const isMain = ([name]: [string, Arg]) =>
    !QUIET.includes(name) || (name === "matrix" && "matrix" in stage && stage.matrix !== undefined);
  return {
    main: Object.fromEntries(entries.filter(isMain)),
    more: Object.fromEntries(entries.filter((entry) => !isMain(entry))),
  };
}

function opFields(name: string): Record<string, Arg> {
  const op = (imageOps as Record<string, ImageOp>)[name]!;
  const { key: _key, ...args } = op.args;
  if (!op.peers || "peer" in args) return args;
  const peer: Arg = {
    type: "choice",
    values: op.peers,
    unit: "name",
    about: "Whose rounding it follows.",
    default: op.peers[0],
  };
  return { ...args, peer };
}

function magnitudeField(stage: Extract<ImageStage, { kind: "opAt" }>): Record<string, Arg> {
  const unit = unitOf(stage);
  const max = largestOf(stage);
  const magnitude: Arg = {
    type: unit === "bin" ? "integer" : "number",
    min: 0,
    max,
    unit: "",
    about: `A ${unit} of ${stage.table}.`,
  };
  if (unit === "bin") return { magnitude };
  const magnitudeStd: Arg = {
    type: "number",
    min: 0,
    max: max / 2,
    unit: "",
    about: "Normal noise on the magnitude.",
    default: 0,
  };
  return { magnitude, magnitudeStd };
}

/** Signed numbers, which `randomSign` can negate. */
export const canFlip = (stage: ImageStage): boolean =>
  stage.kind === "op" &&
  Object.entries(opFields(stage.op)).some(
    ([name, { type, min }]) =>
      typeof (stage as { [name: string]: unknown })[name] === "number" && type !== "list" && (min ?? -1) < 0,
  );

export function titleOf(stage: ImageStage): string {
  if (stage.kind === "op") return stage.op;
  if (stage.kind === "opAt") return stage.entry;
  if ("stages" in stage) return stage.stages.map(titleOf).join(" + ");
  return "stage" in stage ? titleOf(stage.stage) : (STAGES[stage.kind]?.title ?? stage.kind);
}

/** "−30° to 30°, p 0.5". */
export function summaryOf(stage: ImageStage): string {
  const words: string[] = [];
  if (stage.kind === "opAt") {
    if (hasMagnitude(stage)) words.push(magnitudeWords(stage));
  } else if ("stages" in stage) {
    words.push(stage.kind === "sequential" ? chances(stage.stages) : KIND_WORDS[stage.kind]!);
  } else {
    const given = stage as unknown as Record<string, unknown>;
    for (const [name, arg] of Object.entries(fieldsOf(stage).main)) {
      if (given[name] !== undefined && typeof given[name] !== "boolean") words.push(drawText(given[name], arg));
    }
    if (given.randomSign === true) words.push("either sign");
  }
  if (typeof stage.prob === "number" && stage.prob !== 1) words.push(`p ${numberText(stage.prob)}`);
  return words.join(", ");
}

const KIND_WORDS: Record<string, string> = {
  randomOrder: "all, in random order",
  randomChoice: "one of them",
  randomPipeline: "some of them",
};

/** Of a list whose stages each have a chance of their own. */
const chances = (stages: ImageStage[]): string =>
  `p ${stages.map(({ prob = 1 }) => (typeof prob === "number" ? numberText(prob) : "…")).join(" · ")}`;

function magnitudeWords({ magnitude, ...stage }: Extract<ImageStage, { kind: "opAt" }>): string {
  const unit = { bin: "bin ", level: "level ", share: "" }[unitOf(stage)];
  return `${unit}${drawText(magnitude, { unit: "" } as Arg)}`;
}
