/** The picture beside the headline: an astronaut and a cat, mixed both ways by a plan written by hand. */
import type { Plan, Row } from "mixwell";
import { within } from "../page/elements.ts";
import { centreCrop } from "../sources/photographs.ts";
import type { Backend } from "./backend.ts";
import { paint } from "./draw.ts";
import { percent } from "./words.ts";

const OWN = centreCrop("astronaut");
const PARTNER = centreCrop("chelsea");

/** Only with the photographs, of which it shows two. */
export async function showHero(backend: Backend): Promise<void> {
  const { height, width } = backend.facts;
  const bbox: [number, number, number, number] = [120, 44, 216, 140];
  const lambda = 1 - ((bbox[2] - bbox[0]) * (bbox[3] - bbox[1])) / (height * width);
  const rows: Row[] = [
    { mixer: "mixup", own: 0, partner: 2, lambda: 0.55 },
    { mixer: "cutmix", own: 1, partner: 2, bbox, lambda },
  ];
  const plan: Plan = {
    version: 1,
    seed: 0,
    epoch: 0,
    height,
    width,
    sources: [OWN, OWN, PARTNER].map((index) => ({ from: "dataset", index, id: index })),
    batchSize: 2,
    stages: [{ pairing: "dataset", rows }],
  };
  const originals = await backend.originals([OWN, PARTNER]);
  const mixed = await backend.mix(plan, 0);
  const figures = document.querySelectorAll("#hero figure");
  figures.forEach((figure, i) => {
    paint(within(figure, "canvas", HTMLCanvasElement), i < 2 ? originals : mixed, i % 2);
  });
  rows.forEach((row, i) => {
    const share = row.mixer === "none" ? 1 : row.lambda;
    const words = `astronaut\u00a0${percent(share)}, cat\u00a0${percent(1 - share)}`;
    within(figures[i + 2]!, "figcaption span", HTMLElement).textContent = words;
  });
}
