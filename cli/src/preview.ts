/** `mixwell preview IN`: a contact sheet. Each line is a picture as it is, and draws of it. */
import { explain } from "mixwell";
import sharp from "sharp";
import { type InputFlags, opened, type PolicyFlags } from "./common.ts";
import { encode } from "./encode.ts";
import { type ClassMap, mapSourceOf, tintOf } from "./maps.ts";
import { type DeviceOptions, type MixedRow, Mixer } from "./mixing.ts";
import type { World } from "./program.ts";
import { writeWhole } from "./shard-files.ts";

interface PreviewFlags extends InputFlags, PolicyFlags, DeviceOptions {
  out: string;
  pictures: number;
  draws: number;
}

const GAP = 4;

export async function runPreview(path: string, flags: PreviewFlags, { err }: World): Promise<void> {
  const { input, policy } = await opened(path, flags, flags.policy);
  const { stream } = input;
  const { seed, adapter, backend, pictures, draws, fit } = flags;
  const lines = Math.min(pictures, stream.count);
  // From all over the input, which is often sorted by class.
  const ids = Array.from({ length: lines }, (_, i) => Math.floor((i * stream.count) / lines));
  const { objects: source } = input;
  const rule = { height: stream.height!, width: stream.width!, fit, minVisible: 0 };
  const objects = source && { source, rule };
  const device = { adapter, backend };
  const maps = mapSourceOf(flags);
  const mixer = await Mixer.open(stream, { seed, policy, skips: false, device, objects, maps });
  const made: MixedRow[][] = [];
  try {
    for (let variant = 0; variant < draws; variant++)
      made.push(await mixer.mix({ epoch: 0, step: 0, rows: ids.map((id, row) => ({ row, id, epoch: 0, variant })) }));
  } finally {
    mixer.close();
  }
  const { height, width } = made[0]![0]!.pixels;
  const tiles = await Promise.all(
    made.flatMap((column, x) =>
      column.map(async (row, y) => ({
        input: await drawn(row),
        left: x * (width + GAP),
        top: y * (height + GAP),
      })),
    ),
  );
  const sheet = { width: draws * (width + GAP) - GAP, height: lines * (height + GAP) - GAP, channels: 3 as const };
  const png = await sharp({ create: { ...sheet, background: "white" } })
    .composite(tiles)
    .png()
    .toBuffer();
  await writeWhole(`${flags.out}.png`, png);
  await writeWhole(`${flags.out}.html`, pageOf(path, flags.policy, await figures(made, input.classNames)));
  err(`${flags.out}.png, ${flags.out}.html: ${draws} draws of ${lines} pictures`);
}

async function figures(made: readonly MixedRow[][], names: readonly string[] | undefined): Promise<string[]> {
  const lines = made[0]!.map((_, y) => made.map((column) => column[y]!));
  return Promise.all(
    lines.map(async (line) => {
      const cells = line.map(async (row) => {
        const { plan, classes, shares, objects } = row;
        const png = (await drawn(row)).toString("base64");
        const label = classes
          ?.map((id, i) => `${((shares?.[i] ?? 0) * 100).toFixed(0)} % ${names?.[id] ?? id}`)
          .join(", ");
        const found = objects?.map(({ class: id }) => names?.[id] ?? id).join(", ");
        const words = [explain(plan, 0), label, found].filter(Boolean).map((text) => escaped(String(text)));
        return `<figure><img alt="" src="data:image/png;base64,${png}"><figcaption>${words.join("<br>")}</figcaption></figure>`;
      });
      return `<div>${(await Promise.all(cells)).join("")}</div>`;
    }),
  );
}

/** A picture as PNG, with its class map, boxes, outlines and points on it. */
async function drawn({ pixels, map, objects = [] }: MixedRow): Promise<Buffer> {
  const plain = Buffer.from(await encode({ format: "png", quality: 100 }, pixels));
  const png = map ? await tinted(plain, map) : plain;
  if (objects.length === 0) return png;
  const { height, width } = pixels;
  const shapes = objects.map(({ class: id, box: [x, y, w, h], segmentation = [], weight, keypoints = [] }) => {
    // Neighbouring classes have colours far apart: the golden angle.
    const style = `fill="none" stroke="hsl(${Math.round(id * 137.5) % 360} 100% 50%)" stroke-opacity="${weight}"`;
    const rings = segmentation.map((ring) => `<polygon points="${ring.join(" ")}" ${style} stroke-dasharray="3 2"/>`);
    const points = Array.from({ length: keypoints.length / 3 }, (_, k) => keypoints.slice(3 * k, 3 * k + 3));
    const dots = points
      .filter(([, , v]) => v! > 0)
      .map(([x, y]) => `<circle cx="${x! + 0.5}" cy="${y! + 0.5}" r="1.5" ${style}/>`);
    const box = `<rect x="${x}" y="${y}" width="${w}" height="${h}" ${style} stroke-width="2"/>`;
    return [box, ...rings, ...dots].join("");
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${shapes.join("")}</svg>`;
  return sharp(png)
    .composite([{ input: Buffer.from(svg) }])
    .png()
    .toBuffer();
}

/** A grey picture becomes one of colours. */
async function tinted(png: Buffer, map: ClassMap): Promise<Buffer> {
  const { data, height, width } = tintOf(map);
  return sharp(png)
    .toColourspace("srgb")
    .composite([{ input: data, raw: { height, width, channels: 4 } }])
    .png()
    .toBuffer();
}

const pageOf = (path: string, policy: readonly string[], lines: readonly string[]): string => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>${escaped(path)}</title>
<style>body{font:13px system-ui;margin:1rem}div{display:flex;gap:4px;margin-bottom:1rem}figure{margin:0;max-width:256px}img{width:100%;image-rendering:pixelated}</style>
<h1>${escaped(path)}</h1><p>${escaped(policy.join(", ") || "no policy")}</p>
${lines.join("\n")}
</html>
`;

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
