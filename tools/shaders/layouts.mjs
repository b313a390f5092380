/**
 * The structs and numbers of linked and reflected shaders that the host shares: `src/generated/layouts.ts` and
 * `constants.ts`.
 */
import { ShaderError } from "./link.mjs";
import { camel, HEADER, pascal, snake } from "./names.mjs";
import { constantsOf } from "./reflect.mjs";

/**
 * @param {({ name: string } & import("./reflect.mjs").Reflected)[]} reflected
 */
export function emitLayouts(reflected) {
  const structs = mergeStructs(reflected);
  return `${HEADER}
${structs.map(emitStruct).join("\n")}`;
}

/** A struct of one name has one layout, whichever shader it came with. */
function mergeStructs(reflected) {
  const merged = new Map();
  for (const { name: shader, structs } of reflected) {
    for (const struct of structs) {
      const known = merged.get(struct.name);
      if (known && JSON.stringify(known.struct) !== JSON.stringify(struct)) {
        throw new ShaderError(`struct ${struct.name} is laid out differently in ${known.shader} and ${shader}`);
      }
      merged.set(struct.name, { struct, shader: known?.shader ?? shader });
    }
  }
  return [...merged.values()].map(({ struct }) => struct);
}

/**
 * The module constants that are plain numbers, by file. Files of one name (`jpeg.wgsl` and `lib/jpeg.wgsl`) are one
 * list. Each list is an export of its own: a bundler leaves out those that nothing asks for.
 * @param {Record<string, string>} sources
 */
export function emitConstants(sources) {
  const files = new Map();
  for (const [path, source] of Object.entries(sources)) {
    const name = camel(path.slice(path.lastIndexOf("/") + 1).replace(/\.wgsl$/, ""));
    for (const [id, value] of constantsOf(source)) {
      const known = files.get(name) ?? new Map();
      files.set(name, known);
      if (known.has(id)) throw new ShaderError(`shaders/${path}: const ${id} stands in another file of this name too`);
      known.set(id, value);
    }
  }
  const group = ([name, list]) =>
    `export const ${name} = {\n${[...list].map(([id, value]) => `  ${id}: ${value},\n`).join("")}} as const;\n`;
  return `${HEADER}
// The numbers among the shaders' module constants, by their file and their WGSL name.

${[...files].map(group).join("\n")}`;
}

function emitStruct({ name, size, comment, fields }) {
  const PREFIX = snake(name).toUpperCase();
  const own = fields.filter((field) => field.count === undefined);
  const arrays = fields.filter((field) => field.count !== undefined);
  const constant = (field, what) =>
    `export const ${PREFIX}_${field.name.toUpperCase()}_${what} = ${field[what.toLowerCase()]};\n`;
  const constants = [
    `/** Bytes of a \`${name}\`, and where its fields are in it. */\nexport const ${PREFIX}_SIZE = ${size};\n`,
    ...fields.map((field) => constant(field, "OFFSET")),
    ...arrays.flatMap((field) => [constant(field, "STRIDE"), constant(field, "COUNT")]),
  ];
  const sections = [constants.join("")];
  if (own.length > 0) {
    const members = own.map((field) => `${doc(field.comment, "  ")}  ${camel(field.name)}: ${tsType(field.type)};\n`);
    const statements = own.flatMap((field) => writes(field.type, `at + ${field.offset}`, `value.${camel(field.name)}`));
    const rest =
      arrays.length > 0 ? `, all but its arrays (${arrays.map((field) => camel(field.name)).join(", ")})` : "";
    sections.unshift(`${blockDoc(comment)}export interface ${name} {\n${members.join("")}}\n`);
    sections.push(
      `/** Writes a \`${name}\` at byte \`at\`${rest}. */
export function write${name}(view: DataView, at: number, value: ${name}): void {
${indented(statements)}}\n`,
    );
  }
  for (const field of arrays) {
    const element = `write${name}${pascal(field.name)}`;
    const start = `at + ${field.offset} + index * ${field.stride}`;
    sections.push(
      `/** Writes element \`index\` (0 to ${field.count - 1}) of \`${camel(field.name)}\` of the \`${name}\` at byte \`at\`.${field.comment ? ` ${field.comment}` : ""} */
export function ${element}(view: DataView, at: number, index: number, value: ${tsType(field.type)}): void {
  const start = ${start};
${indented(writes(field.type, "start", "value"))}}\n`,
    );
  }
  return sections.join("\n");
}

const indented = (lines) => lines.map((line) => `  ${line}\n`).join("");
const blockDoc = (lines) =>
  lines.some(Boolean) ? `/**\n${lines.map((line) => ` * ${line}`.trimEnd()).join("\n")}\n */\n` : "";
const doc = (text, indent) => (text ? `${indent}/** ${text} */\n` : "");

const SETTERS = { u: "setUint32", i: "setInt32", f: "setFloat32" };

/** Statements that write one value of a WGSL type, little-endian as WebGPU reads it. */
function writes(type, at, value) {
  const vector = type.match(/^vec([234])([uif])$/);
  if (vector) {
    return Array.from(
      { length: Number(vector[1]) },
      (_, i) => `view.${SETTERS[vector[2]]}(${plus(at, 4 * i)}, ${value}[${i}], true);`,
    );
  }
  if (/^[uif]32$/.test(type)) return [`view.${SETTERS[type[0]]}(${plus(at, 0)}, ${value}, true);`];
  return [`write${type}(view, ${plus(at, 0)}, ${value});`];
}

/** `at + 16` and 4 make `at + 20`. */
function plus(at, bytes) {
  const [, stem, number] = at.match(/^(\w+)(?: \+ (\d+))?$/);
  const sum = Number(number ?? 0) + bytes;
  return sum === 0 ? stem : `${stem} + ${sum}`;
}

function tsType(type) {
  const vector = type.match(/^vec([234])/);
  if (vector) return `readonly [${Array(Number(vector[1])).fill("number").join(", ")}]`;
  return /^[uif]32$/.test(type) ? "number" : type;
}
