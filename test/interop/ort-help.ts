/**
 * What the tests of `mixwell/ort` share: the runtime on wasm files of this folder, and models of one or two operations.
 */
import * as ort from "onnxruntime-web/webgpu";
import { onnxModel } from "./onnx-model.ts";

/** Where vite serves a wasm file of the package. */
export const wasmFile = (name: string) =>
  new URL(`../../node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.${name}.wasm`, import.meta.url).href;

ort.env.wasm.wasmPaths = { wasm: wasmFile("asyncify") };
ort.env.wasm.numThreads = 1;

type Shape = (number | string)[];

/** y [batch] = the sum of each row or picture of x, which has this type and shape. */
export function sumModel(shape: Shape, type: "float32" | "float16" | "uint8" = "float32"): Uint8Array<ArrayBuffer> {
  const axes = BigInt64Array.from(shape.slice(1), (_, i) => BigInt(i + 1));
  const isFloat = type === "float32";
  return onnxModel({
    inputs: [{ name: "x", type, shape }],
    outputs: [{ name: "y", type: "float32", shape: [shape[0]!] }],
    nodes: [
      ...(isFloat ? [] : [{ op: "Cast", inputs: ["x"], outputs: ["float"], attributes: { to: 1 } }]),
      { op: "ReduceSum", inputs: [isFloat ? "x" : "float", "axes"], outputs: ["y"], attributes: { keepdims: 0 } },
    ],
    constants: [{ name: "axes", shape: [axes.length], values: axes }],
  });
}

/** y = 2 x, of any batch size and this rest. */
export function doubleModel(rest: number[]): Uint8Array<ArrayBuffer> {
  const shape = ["batch", ...rest];
  return onnxModel({
    inputs: [{ name: "x", type: "float32", shape }],
    outputs: [{ name: "y", type: "float32", shape }],
    nodes: [{ op: "Mul", inputs: ["x", "two"], outputs: ["y"] }],
    constants: [{ name: "two", shape: [1], values: Float32Array.of(2) }],
  });
}

/** Pictures and label rows in; the sum over both out, a number a picture. */
export function labelledModel(picture: number[], classes: number): Uint8Array<ArrayBuffer> {
  const axes = (count: number) => BigInt64Array.from({ length: count }, (_, i) => BigInt(i + 1));
  return onnxModel({
    inputs: [
      { name: "pictures", type: "float32", shape: ["batch", ...picture] },
      { name: "targets", type: "float32", shape: ["batch", classes] },
    ],
    outputs: [
      { name: "light", type: "float32", shape: ["batch"] },
      { name: "weight", type: "float32", shape: ["batch"] },
    ],
    nodes: [
      { op: "ReduceSum", inputs: ["pictures", "axes3"], outputs: ["light"], attributes: { keepdims: 0 } },
      { op: "ReduceSum", inputs: ["targets", "axes1"], outputs: ["weight"], attributes: { keepdims: 0 } },
    ],
    constants: [
      { name: "axes3", shape: [3], values: axes(3) },
      { name: "axes1", shape: [1], values: axes(1) },
    ],
  });
}

/** The numbers of an output, wherever it lies. */
export const numbers = async (tensor: ort.OnnxValue | undefined): Promise<number[]> =>
  Array.from((await (tensor as ort.Tensor).getData()) as Float32Array);

export { ort };
