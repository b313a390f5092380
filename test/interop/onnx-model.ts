/**
 * Tiny ONNX models, written here so that no model file has to be trusted: the few messages of onnx.proto that a graph
 * needs. https://github.com/onnx/onnx/blob/main/onnx/onnx.proto3 gives the field numbers.
 */

const TYPES = { float32: 1, uint8: 2, int64: 7, bool: 9, float16: 10, uint32: 12 } as const;
export type OnnxType = keyof typeof TYPES;

export interface OnnxValue {
  name: string;
  type: OnnxType;
  /** A number, or a name for a side of any length. */
  shape: (number | string)[];
}

export interface OnnxNode {
  op: string;
  inputs: string[];
  outputs: string[];
  /** Integer attributes. */
  attributes?: Record<string, number>;
}

export interface OnnxGraph {
  inputs: OnnxValue[];
  outputs: OnnxValue[];
  nodes: OnnxNode[];
  /** Constants: float32 or int64. */
  constants?: { name: string; shape: number[]; values: Float32Array | BigInt64Array }[];
}

/** A model's bytes, opset 17. */
export function onnxModel(graph: OnnxGraph): Uint8Array<ArrayBuffer> {
  return message([1, 8], [8, message([1, ""], [2, 17])], [7, graphOf(graph)]);
}

const graphOf = ({ inputs, outputs, nodes, constants = [] }: OnnxGraph) =>
  message(
    ...nodes.map((node): Field => [1, nodeOf(node)]),
    [2, "graph"],
    ...constants.map(({ name, shape, values }): Field => {
      const type = values instanceof Float32Array ? TYPES.float32 : TYPES.int64;
      const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength).slice();
      return [5, message(...shape.map((side): Field => [1, side]), [2, type], [8, name], [9, bytes])];
    }),
    ...inputs.map((value): Field => [11, infoOf(value)]),
    ...outputs.map((value): Field => [12, infoOf(value)]),
  );

const nodeOf = ({ op, inputs, outputs, attributes = {} }: OnnxNode) =>
  message(
    ...inputs.map((name): Field => [1, name]),
    ...outputs.map((name): Field => [2, name]),
    [4, op],
    ...Object.entries(attributes).map(([name, value]): Field => [5, message([1, name], [3, value], [20, 2])]),
  );

const infoOf = ({ name, type, shape }: OnnxValue) => {
  const sides = shape.map((side): Field => [1, message(typeof side === "number" ? [1, side] : [2, side])]);
  return message([1, name], [2, message([1, message([1, TYPES[type]], [2, message(...sides)])])]);
};

/** A field's number, and a whole number, a text or a message. */
type Field = [number: number, value: number | string | Uint8Array<ArrayBuffer>];

/** Protocol buffers: a tag of number and kind, then the value or its length and bytes. */
function message(...fields: Field[]): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  for (const [number, value] of fields) {
    if (typeof value === "number") bytes.push(...varint(number << 3), ...varint(value));
    else {
      const content = typeof value === "string" ? new TextEncoder().encode(value) : value;
      bytes.push(...varint((number << 3) | 2), ...varint(content.length), ...content);
    }
  }
  return Uint8Array.from(bytes);
}

/** Seven bits a byte, the lowest first; the top bit says that more follow. */
function varint(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return [...bytes, rest];
    bytes.push((rest % 128) | 128);
  }
}
