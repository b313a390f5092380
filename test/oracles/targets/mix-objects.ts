/** `mix-objects`: which objects a mixed picture has, where, how strongly, and how much of them. */
import { transformObjects } from "mixwell";
import { inputOf, type OpenSet, type TargetCase, wrongBlock } from "./sets.ts";
import { type Mix, planOfTree } from "./trees.ts";

interface Params {
  size: [number, number];
  mix?: Mix;
  ownWeights?: string;
  withoutPixelCentre?: number;
}

export function checkMixedObjects(set: OpenSet, golden: TargetCase): string | undefined {
  const { size, mix, ownWeights } = golden.params as unknown as Params;
  const tree: Mix = mix ?? {
    op: "mask",
    own: { op: "source", source: numberOf(golden.input) },
    partner: { op: "source", source: numberOf(golden.with!.find((id) => id !== ownWeights)!) },
    ownWeights: set.view(inputOf(set, ownWeights!).data),
  };
  const made = transformObjects(planOfTree(tree, size), { dataset: objectsOf(set) }, { minArea: 0, minSize: 0 });
  const plan = planOfTree(tree, size);
  const columns = {
    box: made.boxes,
    weight: made.weight,
    visible: made.visible,
    area: made.area,
    source: made.source.map((place) => plan.sources[place]!.index),
    index: made.index,
  };
  for (const [name, values] of Object.entries(columns)) {
    const wrong = name in golden.output ? wrongBlock(set, golden, name, values) : undefined;
    if (wrong) return wrong;
  }
  return undefined;
}

/** The number of the source that an input is: "s3". */
const numberOf = (id: string): number => Number(id.slice(1));

/** The boxes of all sources, by their numbers. */
function objectsOf(set: OpenSet) {
  const boxes = set.manifest.inputs
    .filter(({ format }) => format === "xyxy")
    .map(({ id, data }) => {
      const numbers = Array.from(set.view(data));
      return { id, list: numbers.flatMap((_, i) => (i % 4 === 0 ? [numbers.slice(i, i + 4)] : [])) };
    });
  const last = Math.max(...boxes.map(({ id }) => numberOf(id)));
  return {
    format: "xyxy" as const,
    degenerate: "drop" as const,
    boxes: Array.from({ length: last + 1 }, (_, i) => boxes.find(({ id }) => numberOf(id) === i)?.list ?? []),
  };
}
