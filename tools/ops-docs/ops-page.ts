/** The chapter of image ops: by kind, each with its words, its call, its arguments and its strip of pictures. */

import { imageOps } from "../../src/ops/index.ts";
import type { Arg, ImageOp } from "../../src/ops/op.ts";
import { MAGNITUDES } from "./examples.ts";
import { panelsOf } from "./strips.ts";
import { argsInWords, code, json, rangeOf, table, typeOf } from "./words.ts";

const KINDS: Record<ImageOp["kind"], { title: string; about: string }> = {
  color: { title: "Color", about: "A pixel of the result depends on the same pixel of the input." },
  tone: {
    title: "Tone",
    about: "A level curve, or a blend, made of the picture's own histogram as it is just before the op.",
  },
  warp: {
    title: "Warp",
    about:
      "Pixels move. All but crops and flips read between pixels by `interpolation`, show `edge` and `fill` where there is no input, and " +
      "consecutive warps that are matrices and agree in those fold into one read unless `fuse: false` keeps them apart.",
  },
  stencil: { title: "Stencil", about: "A pixel of the result depends on its neighbours." },
  tile: { title: "Tile", about: "The pixels of a tile of 16 × 16 depend on each other." },
  mask: { title: "Mask", about: "Where the pixel is decides; noise is a pure function of `key` and position." },
};

const all: readonly ImageOp[] = Object.values(imageOps);
const anchor = (name: string): string => `#${name.toLowerCase()}`;

export function opsChapter(): string {
  const kinds = Object.keys(KINDS) as ImageOp["kind"][];
  const overview = kinds.map((kind) => {
    const names = all.filter((op) => op.kind === kind).map(({ name }) => `[${name}](${anchor(name)})`);
    return [`[${KINDS[kind].title}](${anchor(`${KINDS[kind].title}-ops`)})`, names.join(", ")];
  });
  return [table(["Kind", "Ops"], overview), ...kinds.map(kindSection)].join("\n\n");
}

function kindSection(kind: ImageOp["kind"]): string {
  const { title, about } = KINDS[kind];
  return [`## ${title} ops`, about, ...all.filter((op) => op.kind === kind).map(opSection)].join("\n\n");
}

function opSection(op: ImageOp): string {
  const { name, about, args, peers } = op;
  const parts = [`### ${name}`, about];
  parts.push(`![${name}](images/ops/${name}.png)`, `<sub>${captionOf(op)}</sub>`);
  const rows = Object.entries(args).map(([argument, arg]) => argumentRow(argument, arg));
  if (rows.length > 0) parts.push(table(["Argument", "Type", "Range", "Unit", "Default", "Identity", "Meaning"], rows));
  parts.push(peersLine(peers), exampleOf(op));
  return parts.filter((part) => part !== "").join("\n\n");
}

function argumentRow(name: string, arg: Arg): string[] {
  const fallback = !("default" in arg) ? "required" : arg.default === undefined ? "" : code(json(arg.default));
  return [
    code(name),
    typeOf(arg),
    rangeOf(arg),
    arg.unit,
    fallback,
    arg.identity === undefined ? "" : code(json(arg.identity)),
    arg.about!,
  ];
}

/** What each panel shows. */
function captionOf(op: ImageOp): string {
  const panels = panelsOf(op).map(({ args }) => (args ? argsInWords(withoutKey(args)) || "applied" : "the picture"));
  const head = op.atMagnitude ? `Strength ${MAGNITUDES.join(", ")}: ` : "";
  return head + panels.join(" · ");
}

const withoutKey = (args: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(args).filter(([name]) => name !== "key"));

function peersLine(peers: ImageOp["peers"]): string {
  if (!peers) return "";
  const [first, ...others] = peers.map(code);
  return `Rounds as ${first}; \`peer\` chooses ${others.join(" or ")} instead.`;
}

function exampleOf(op: ImageOp): string {
  const args = panelsOf(op)
    .map(({ args }) => args)
    .filter((args) => args !== undefined);
  const middle = withoutKey(args[Math.floor(args.length / 2)]!);
  const inside = Object.entries(middle).map(([name, value]) => `${name}: ${json(value)}`);
  return `\`ops.${op.name}(${inside.length > 0 ? `{ ${inside.join(", ")} }` : ""})\``;
}
