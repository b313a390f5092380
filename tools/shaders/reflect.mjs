/**
 * What the host must know of a linked shader: entry point, workgroup size, bindings, overrides, and the layout of every
 * struct it reads from a buffer. Offsets come from `wgsl_reflect`; `test/gpu/layout-echo.test.ts` holds them against a
 * real device.
 */
import { WgslReflect } from "wgsl_reflect/wgsl_reflect.module.js";
import { ShaderError } from "./link.mjs";

/** WebGPU's default limits: what every device has, so what a shader here may use. */
const LIMITS = { uniformBytes: 65536, storageBuffers: 8, uniformBuffers: 12, workgroupInvocations: 256 };

/** `wgsl_reflect`'s numbers for where a variable lives. */
const UNIFORM = 0;
const STORAGE = 1;

/**
 * By convention, the uniform of this name holds one chunk of a batch: the chunks lie in one buffer, bound with a
 * dynamic offset.
 */
const CHUNK = "chunk";

/** @typedef {{ name: string, group: number, binding: number, kind: string, hasDynamicOffset: boolean, minBindingSize: number, type: string }} Binding */
/** @typedef {{ name: string, type: string, default?: number | boolean }} Override */
/** @typedef {{ name: string, offset: number, type: string, stride?: number, count?: number, comment: string }} Field */
/** @typedef {{ name: string, size: number, comment: string[], fields: Field[] }} Struct */
/**
 * @typedef {object} Reflected
 * @property {string} entryPoint
 * @property {[number, number, number]} workgroupSize
 * @property {number} workgroupBytes
 * @property {Binding[]} bindings
 * @property {Override[]} overrides
 * @property {string[]} features
 * @property {Struct[]} structs  what the host writes, inner structs first
 */

/**
 * @param {string} name  for messages
 * @param {string} wgsl
 * @returns {Reflected}
 */
export function reflectShader(name, wgsl) {
  let reflected;
  try {
    reflected = new WgslReflect(constantsFirst(wgsl));
  } catch (error) {
    throw new ShaderError(`${name}: wgsl_reflect cannot read the linked text: ${error.message ?? error}`);
  }
  const entry = onlyEntry(name, reflected);
  const [x, y, z] = workgroupSize(name, entry);
  if (x * y * z > LIMITS.workgroupInvocations)
    throw new ShaderError(
      `${name}: ${x * y * z} invocations in a workgroup, the default limit is ${LIMITS.workgroupInvocations}`,
    );
  const variables = reflected.getBindGroups().flat().filter(Boolean);
  const bindings = variables.map((variable) => binding(name, variable));
  checkCount(name, bindings, "uniform", LIMITS.uniformBuffers);
  checkCount(name, bindings, "storage", LIMITS.storageBuffers);
  return {
    entryPoint: entry.name,
    workgroupSize: [x, y, z],
    workgroupBytes: workgroupBytes(name, wgsl),
    bindings,
    overrides: overrides(name, wgsl),
    features: features(wgsl),
    structs: hostStructs(name, variables, wgsl),
  };
}

function onlyEntry(name, reflected) {
  const { compute, vertex, fragment } = reflected.entry;
  const found = [...compute, ...vertex, ...fragment];
  if (found.length !== 1 || compute.length !== 1) {
    throw new ShaderError(
      `${name}: expected one @compute entry point, found ${found.map((entry) => entry.name).join(", ") || "none"}`,
    );
  }
  return compute[0];
}

/**
 * WGSL lets a declaration stand below its use, and the linker writes constants where it meets them; `wgsl_reflect`
 * reads from the top and silently takes 1 for a constant it has not seen. So it gets the constants first, each after
 * those it is made of.
 */
function constantsFirst(wgsl) {
  const constant = /^const (\w+).*;.*$/gm;
  const waiting = new Map([...wgsl.matchAll(constant)].map(([line, id]) => [id, line]));
  const ordered = [];
  const take = (id) => {
    const line = waiting.get(id);
    if (!waiting.delete(id)) return;
    for (const word of line.match(/\b[A-Za-z_]\w*\b/g)) take(word);
    ordered.push(line);
  };
  for (const id of [...waiting.keys()]) take(id);
  // An empty line first: what comes before the first declaration is whole then, even where it is nothing.
  const rest = `\n${wgsl}`.replace(constant, "").split(/^(?!(?:\s*$|\/\/|enable\b|requires\b|diagnostic\b))/m);
  return [rest[0], ...ordered.map((line) => `${line}\n`), ...rest.slice(1)].join("");
}

function workgroupSize(name, entry) {
  const written = entry.attributes.find((attribute) => attribute.name === "workgroup_size")?.value;
  [written].flat().forEach((text, i) => {
    const size = entry.workgroupSize?.[i];
    // What cannot be resolved comes out as 1.
    const resolved = size >= 1 && (size > 1 || Number.parseInt(text, 10) === 1);
    if (!resolved)
      throw new ShaderError(
        `${name}: @workgroup_size: expected numbers, constants or overrides with a default, found ${text}`,
      );
  });
  return entry.workgroupSize;
}

/** Bytes of an element in workgroup memory, which `wgsl_reflect` says nothing about. */
const WORKGROUP_ELEMENTS = Object.fromEntries([
  ...["u32", "i32", "f32", "atomic<u32>", "atomic<i32>"].map((type) => [type, 4]),
  ...["u", "i", "f"].flatMap((scalar) => [2, 3, 4].map((lanes) => [`vec${lanes}${scalar}`, lanes === 2 ? 8 : 16])),
]);

/** Workgroup memory, each variable rounded up to 16 bytes as WebGPU counts it. */
function workgroupBytes(name, wgsl) {
  const known = new Map(constantsOf(wgsl));
  const sizes = [...wgsl.matchAll(/^var<workgroup> (\w+): (.*);$/gm)].map(([, variable, type]) => {
    const [, element, written] = type.match(/^array<(.+), (\w+)>$/) ?? [undefined, type, "1"];
    const count = Number(known.get(written) ?? written);
    const bytes = count * WORKGROUP_ELEMENTS[element];
    if (!(bytes > 0))
      throw new ShaderError(`${name}: ${variable}: expected workgroup memory of a known size, found ${type}`);
    return Math.ceil(bytes / 16) * 16;
  });
  return sizes.reduce((sum, bytes) => sum + bytes, 0);
}

function binding(name, variable) {
  const kind = bindingKind(name, variable);
  const { group, binding } = variable;
  const hasDynamicOffset = variable.name === CHUNK;
  if (hasDynamicOffset && kind !== "uniform")
    throw new ShaderError(`${name}: ${CHUNK}: expected a uniform, found ${kind}`);
  return {
    name: variable.name,
    group,
    binding,
    kind,
    hasDynamicOffset,
    minBindingSize: minBindingSize(variable),
    type: typeName(variable.type),
  };
}

function bindingKind(name, variable) {
  if (variable.resourceType === UNIFORM) return "uniform";
  if (variable.resourceType === STORAGE) return variable.access === "read" ? "read-only-storage" : "storage";
  throw new ShaderError(`${name}: ${variable.name}: expected a uniform or storage buffer`);
}

/** A runtime-sized array counts with one element, as WebGPU's validation does; `wgsl_reflect` counts it with none. */
function minBindingSize({ type, members }) {
  const last = members?.at(-1);
  if (last && isRuntimeSized(last.type)) return last.offset + last.type.stride;
  return isRuntimeSized(type) ? type.stride : type.size;
}

/** `wgsl_reflect` gives a count that was written as a constant as an object, but its sizes are right. */
const elementCount = (array) => array.size / array.stride;
const isRuntimeSized = (type) => type.isArray && elementCount(type) === 0;

function checkCount(name, bindings, word, limit) {
  const count = bindings.filter(({ kind }) => kind.endsWith(word)).length;
  if (count > limit) throw new ShaderError(`${name}: ${count} ${word} buffers, the default limit is ${limit}`);
}

/**
 * `wgsl_reflect` knows an override's type but not its default, so the linked text is asked: the linker writes one
 * declaration a line.
 */
function overrides(name, wgsl) {
  return [...wgsl.matchAll(/^(?:@id\(\w+\) )?override (\w+)(?:: (\w+))?(?: = (.*?))?;/gm)].map(
    ([, id, type, value]) => {
      if (!type) throw new ShaderError(`${name}: override ${id}: write its type`);
      if (value === undefined) return { name: id, type };
      const literal = literalText(value);
      if (literal === undefined)
        throw new ShaderError(`${name}: override ${id}: expected a literal default, found ${value}`);
      return { name: id, type, default: literal === "true" || (literal !== "false" && Number(literal)) };
    },
  );
}

/** Module constants that are plain numbers, as `[name, number as written]`: flags and sizes the host shares. */
export function constantsOf(wgsl) {
  return [...wgsl.matchAll(/^const (\w+)(?:: \w+)? = (.*?);/gm)]
    .map(([, id, value]) => [id, literalText(value)])
    .filter(([, literal]) => literal !== undefined && literal !== "true" && literal !== "false");
}

/** A WGSL literal without its type suffix, which is how TypeScript writes it; undefined for anything else. */
function literalText(value) {
  return value.match(/^(true|false|-?0x[0-9a-f]+(?=[iu]?$)|-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?(?=[iufh]?$))/i)?.[1];
}

/** WGSL extensions that are WebGPU features as well. */
const FEATURES = { f16: "shader-f16", subgroups: "subgroups" };

function features(wgsl) {
  const enabled = [...wgsl.matchAll(/^enable (.*);/gm)].flatMap(([, list]) =>
    list
      .split(",")
      .map((word) => word.trim())
      .filter(Boolean),
  );
  return enabled.map((extension) => FEATURES[extension] ?? extension);
}

/** The structs the host writes (those in uniform and read-only storage buffers), inner ones first. */
function hostStructs(name, variables, wgsl) {
  const found = new Map();
  for (const variable of variables) {
    if (variable.access !== "read") continue;
    const uniform = variable.resourceType === UNIFORM;
    if (uniform && variable.size > LIMITS.uniformBytes)
      throw new ShaderError(
        `${name}: ${variable.name} takes ${variable.size} bytes, the default limit is ${LIMITS.uniformBytes}`,
      );
    if (uniform && variable.type.isArray) checkStride(name, variable.name, variable.type);
    visit(variable.type.isArray ? variable.type.format : variable.type, uniform);
  }
  return [...found.values()];

  function visit(type, uniform) {
    if (!type?.isStruct) return;
    for (const member of type.members) visit(member.isArray ? member.format : member.type, uniform);
    if (uniform) checkUniformRules(name, type);
    if (!found.has(type.name)) found.set(type.name, structLayout(name, type, wgsl));
  }
}

function structLayout(name, type, wgsl) {
  const comments = memberComments(type.name, wgsl);
  return {
    name: type.name,
    size: type.size,
    comment: structComment(type.name, wgsl),
    // A leading underscore is padding: the host has nothing to say there.
    fields: type.members
      .filter((member) => !member.name.startsWith("_") && !isRuntimeSized(member.type))
      .map((member) => ({
        name: member.name,
        offset: member.offset,
        type: hostType(name, `${type.name}.${member.name}`, member.isArray ? member.format : member.type),
        ...(member.isArray && { stride: member.stride, count: elementCount(member.type) }),
        comment: comments.get(member.name) ?? "",
      })),
  };
}

/** `u32`, `vec3f`, … or a struct's name: what a writer can write. */
function hostType(name, where, type) {
  const written = typeName(type);
  if (type.isStruct || /^(?:u32|i32|f32|vec[234][uif])$/.test(written)) return written;
  throw new ShaderError(
    `${name}: ${where}: expected u32, i32, f32, a vector of these, a struct, or a fixed array of one of them, found ${written}`,
  );
}

function typeName(type) {
  if (!type.isArray) return type.getTypeName();
  return `array<${typeName(type.format)}${isRuntimeSized(type) ? "" : `, ${elementCount(type)}`}>`;
}

/**
 * Core WGSL's rules for the uniform address space. A browser with `uniform_buffer_standard_layout` accepts less, so its
 * compiler does not notice; one without it would refuse the shader.
 */
function checkUniformRules(name, struct) {
  struct.members.forEach((member, i) => {
    const where = `${struct.name}.${member.name}`;
    if (!member.isArray && !member.isStruct) return;
    if (member.offset % 16 !== 0)
      throw new ShaderError(
        `${name}: ${where} is at byte ${member.offset}; in a uniform, structs and arrays start at multiples of 16 (fill up with words before it)`,
      );
    if (member.isArray) checkStride(name, where, member.type);
    const next = struct.members[i + 1];
    const end = member.offset + Math.ceil(member.size / 16) * 16;
    if (member.isStruct && next && next.offset < end)
      throw new ShaderError(
        `${name}: ${struct.name}.${next.name} is at byte ${next.offset}; in a uniform, what follows struct ${where} starts at ${end} or later (fill up with words before it)`,
      );
  });
}

function checkStride(name, where, array) {
  if (array.stride % 16 !== 0)
    throw new ShaderError(
      `${name}: ${where} has elements of ${array.stride} bytes; in a uniform, an array's stride is a multiple of 16`,
    );
}

function structComment(struct, wgsl) {
  const above = wgsl.match(new RegExp(`((?:^//.*\\n)+)struct ${struct} \\{`, "m"))?.[1] ?? "";
  return above.trimEnd().split("\n").map(commentText);
}

/** What a member's author wrote above or beside it. */
function memberComments(struct, wgsl) {
  const body = wgsl.match(new RegExp(`^struct ${struct} \\{\\n([\\s\\S]*?)^\\}`, "m"))?.[1] ?? "";
  const comments = new Map();
  let above = [];
  for (const line of body.split("\n")) {
    const member = line.match(/^\s*(?:@\w+(?:\([^)]*\))? )*(\w+)\s*:[^/]*(\/\/.*)?$/);
    if (member) {
      comments.set(member[1], [...above, commentText(member[2] ?? "")].filter(Boolean).join(" "));
      above = [];
    } else if (/^\s*\/\//.test(line)) above.push(commentText(line));
  }
  return comments;
}

/** The words of a comment line, with the indentation its author gave them. */
const commentText = (comment) =>
  comment
    .replace(/^\s*\/\/+ ?/, "")
    .replaceAll("*/", "* /")
    .trimEnd();
