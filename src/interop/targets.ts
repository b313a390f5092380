/** What belongs to the pictures of a batch, in the tensors of another library. */
import type { OutName, TargetOutput } from "../gpu/adapter.ts";

/** Padded objects, `rows` (M) a picture: see `pad` of `objectTarget`. What a picture has less is zeros. */
export interface ObjectTensors<Tensor> {
  /** float32 [B, M, 4]: as many numbers as the format has. */
  boxes: Tensor;
  /** Class ids, [B, M]. */
  labels: Tensor;
  /** float32 [B, M]: λ, 1 − λ or 1; 0 of rows that are none. */
  weight: Tensor;
  /** How many objects a picture has, [B]. */
  counts: Tensor;
  /** float32 [B, M, K, 3], where there are keypoints. */
  keypoints?: Tensor;
}

/** The tensors of a batch's targets by name: of a map or a further picture one, of padded objects one a column. */
export type TargetTensors<Tensor> = Record<string, Tensor | ObjectTensors<Tensor>>;

const COLUMNS = ["boxes", "labels", "weight", "counts", "keypoints"] as const;

/** Tensors of what was made. Objects without `pad` have none: their columns are in `batch.targets`. */
export function targetTensors<Tensor>(
  targets: Readonly<Record<string, TargetOutput>> | undefined,
  tensorOf: (name: OutName) => Tensor | undefined,
): TargetTensors<Tensor> | undefined {
  if (!targets) return undefined;
  const made: TargetTensors<Tensor> = {};
  for (const [name, target] of Object.entries(targets)) {
    if (target.kind !== "objects") {
      made[name] = tensorOf(`targets.${name}`)!;
      continue;
    }
    if (!target.padded) continue;
    const columns = COLUMNS.map((column) => [column, tensorOf(`targets.${name}.${column}`)] as const);
    made[name] = Object.fromEntries(columns.filter(([, tensor]) => tensor)) as unknown as ObjectTensors<Tensor>;
  }
  return made;
}

/** All of them in one list. */
export function tensorsIn<Tensor extends object>(
  targets: TargetTensors<Tensor> | undefined,
  isTensor: (value: object) => value is Tensor,
): Tensor[] {
  return Object.values(targets ?? {}).flatMap((one) => (isTensor(one) ? [one] : (Object.values(one) as Tensor[])));
}
