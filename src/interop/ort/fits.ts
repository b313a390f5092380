/**
 * What goes into a model and comes out of it, held against what the model says: ONNX Runtime trusts tensors on the GPU.
 */
import { type InferenceSession, Tensor } from "onnxruntime-web/webgpu";
import { found, InputError } from "../../check/errors.ts";
import { isListOf } from "../../check/lists.ts";
import { isOptions } from "../../check/options.ts";
import { BYTES } from "./tensor.ts";

type Metadata = InferenceSession.ValueMetadata;

interface Given {
  path: string;
  dtype: string;
  shape: readonly number[];
  /** Said at the end of the message. */
  hint?: string;
}

/** Throws an InputError unless the model takes that type and those dimensions. */
export function checkInput(session: InferenceSession, name: string, given: Given): void {
  check(
    session.inputMetadata.find((metadata) => metadata.name === name),
    `the model's input "${name}"`,
    given,
    new Map(),
  );
}

/**
 * Throws an InputError for a place for an output that the model's output does not fit exactly. ONNX Runtime would write
 * past its end, or fail and leave the session in a state in which the next run never ends.
 * @returns whether there is a place whose sides the model leaves open, so that nobody can tell before
 */
export function checkFetches(
  session: InferenceSession,
  feeds: InferenceSession.OnnxValueMapType,
  fetches: InferenceSession.FetchesType | undefined,
): boolean {
  if (fetches === undefined) return false;
  if (Array.isArray(fetches)) {
    if (!isListOf(fetches, (name) => session.outputNames.includes(name as string)))
      throw new InputError("run.more.fetches", `the model's outputs, of ${session.outputNames.join(", ")}`, fetches);
    return false;
  }
  if (!isOptions(fetches))
    throw new InputError("run.more.fetches", "a list of the model's outputs, or tensors by their names", fetches);
  let isOpen = false;
  const sides = namedSides(session.inputMetadata, feeds);
  for (const [name, tensor] of Object.entries(fetches as InferenceSession.NullableOnnxValueMapType)) {
    if (tensor === null) continue;
    const path = `run.more.fetches.${name}`;
    if (!(tensor instanceof Tensor)) throw new InputError(path, "a tensor (see importTensor)", tensor);
    const metadata = session.outputMetadata.find((output) => output.name === name);
    if (!metadata)
      throw new InputError(
        path,
        `one of the model's outputs, ${session.outputNames.join(", ")}`,
        found("no such output"),
      );
    if (!check(metadata, `the model's output "${name}"`, { path, dtype: tensor.type, shape: tensor.dims }, sides))
      isOpen = true;
    if (tensor.location !== "gpu-buffer") continue;
    const { size } = tensor.gpuBuffer as GPUBuffer;
    const bytes = tensor.size * BYTES[tensor.type as Tensor.GpuBufferDataTypes];
    if (size < bytes) throw new InputError(path, `a buffer of at least ${bytes} bytes`, found(`${size} bytes`));
  }
  return isOpen;
}

/** Sides that a model only names (`batch`), as the inputs of this run have them. */
function namedSides(inputs: readonly Metadata[], feeds: InferenceSession.OnnxValueMapType): Map<string, number> {
  const sides = new Map<string, number>();
  for (const input of inputs) {
    if (!input.isTensor) continue;
    input.shape.forEach((side, i) => {
      const value = feeds[input.name]?.dims[i];
      if (typeof side === "string" && value !== undefined) sides.set(side, value);
    });
  }
  return sides;
}

/** Whether all sides are known, and so everything was checked. */
function check(
  metadata: Metadata | undefined,
  what: string,
  { path, dtype, shape, hint = "" }: Given,
  sides: Map<string, number>,
): boolean {
  if (!metadata?.isTensor) return false;
  const wanted = metadata.shape.map((side) => (typeof side === "string" ? (sides.get(side) ?? side) : side));
  const isFree = (side: number | string) => typeof side === "string" || side < 0;
  const fits = wanted.length === shape.length && wanted.every((side, i) => isFree(side) || side === shape[i]);
  if (fits && metadata.type === dtype) return !wanted.some(isFree);
  const expected = `${metadata.type} [${wanted.join(", ")}], ${what}`;
  throw new InputError(path, expected, found(`${dtype} [${shape.join(", ")}]${hint}`));
}
