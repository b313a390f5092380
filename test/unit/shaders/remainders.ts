/**
 * Which `%` of a shader are not provably of unsigned integers.
 *
 * An operand's type is worked out from the declarations, and what cannot be worked out counts as not proven. One
 * operand is enough: WGSL takes no two element types in one `%`.
 */
import * as wgsl from "wgsl_reflect/wgsl_reflect.module.js";

/** Names and their types: those of the module, then those of the blocks around. */
type Scope = Map<string, wgsl.Type | undefined>;

const SAME_AS_ARGUMENTS = new Set(
  `abs max min clamp select sign dot countOneBits countLeadingZeros countTrailingZeros firstLeadingBit firstTrailingBit reverseBits
  extractBits insertBits atomicLoad atomicAdd atomicSub atomicMax atomicMin atomicAnd atomicOr atomicXor workgroupUniformLoad`.split(
    /\s+/,
  ),
);
const UNSIGNED = /^(arrayLength|pack\w+|dot4U8Packed)$/;
const COMPARISONS = new Set(["==", "!=", "<", "<=", ">", ">=", "&&", "||"]);

/** What is refused, `function: type % type`, and how many `%` were looked at. */
export function remainders(code: string): { seen: number; refused: string[] } {
  const tree = new wgsl.WgslParser().parse(code);
  const found = { seen: 0, refused: [] as string[] };
  const globals: Scope = new Map();
  for (const node of tree) {
    if (node instanceof wgsl.Function) globals.set(node.name, node.returnType ?? undefined);
    else declare(node, globals);
  }

  function typeOf(expression: wgsl.Expression | undefined | null, scope: Scope): wgsl.Type | undefined {
    let type = plainTypeOf(expression, scope);
    for (let step = expression?.postfix; step; step = step.postfix) type = stepInto(type, step);
    return type;
  }

  function plainTypeOf(expression: wgsl.Expression | undefined | null, scope: Scope): wgsl.Type | undefined {
    if (expression instanceof wgsl.LiteralExpr) return expression.type;
    // The parser has put a constant's value where its name stood.
    if (expression instanceof wgsl.ConstExpr) return typeOf(expression.initializer, scope);
    if (expression instanceof wgsl.VariableExpr) return scope.get(expression.name);
    if (
      expression instanceof wgsl.CreateExpr ||
      expression instanceof wgsl.BitcastExpr ||
      expression instanceof wgsl.TypecastExpr
    )
      return expression.type ?? undefined;
    if (expression instanceof wgsl.UnaryOperator) return typeOf(expression.right, scope);
    if (expression instanceof wgsl.BinaryOperator) {
      if (COMPARISONS.has(expression.operator)) return wgsl.Type.bool;
      const sides =
        expression.operator === "<<" || expression.operator === ">>"
          ? [expression.left]
          : [expression.left, expression.right];
      return concrete(sides, scope);
    }
    if (expression instanceof wgsl.CallExpr) {
      if (scope.has(expression.name)) return scope.get(expression.name);
      if (UNSIGNED.test(expression.name)) return wgsl.Type.u32;
      if (SAME_AS_ARGUMENTS.has(expression.name)) return concrete((expression.args ?? []).slice(0, 2), scope);
    }
    return undefined;
  }

  /** The type of the first that has an element type of its own: a bare `2` takes the other's. */
  function concrete(sides: wgsl.Expression[], scope: Scope): wgsl.Type | undefined {
    const types = sides.map((side) => typeOf(side, scope));
    return types.find((type) => elementOf(type) !== "bare" && elementOf(type) !== "unknown") ?? types[0];
  }

  function check(left: wgsl.Expression, right: wgsl.Expression, scope: Scope, where: string): void {
    const sides = [elementOf(typeOf(left, scope)), elementOf(typeOf(right, scope))];
    found.seen++;
    if (!sides.includes("u32")) found.refused.push(`${where}: ${sides.join(" % ")}`);
  }

  function declare(node: wgsl.Node, scope: Scope): void {
    if (
      !(
        node instanceof wgsl.Var ||
        node instanceof wgsl.Let ||
        node instanceof wgsl.Const ||
        node instanceof wgsl.Override
      )
    )
      return;
    scope.set(node.name, node.type ?? typeOf(node.value, scope));
  }

  function visit(node: unknown, scope: Scope, where: string): void {
    if (Array.isArray(node)) {
      const inner = new Map(scope);
      for (const entry of node) visit(entry, inner, where);
      return;
    }
    if (!(node instanceof wgsl.Node) || node instanceof wgsl.Type) return;
    if (node instanceof wgsl.BinaryOperator && node.operator === "%") check(node.left, node.right, scope, where);
    if (node instanceof wgsl.Assign && node.operator === wgsl.AssignOperator.moduloAssign)
      check(node.variable, node.value, scope, where);
    // A block is an array, and so are arguments; a loop's own variable lives in a block around its body.
    const inner = node instanceof wgsl.For || node instanceof wgsl.Function ? new Map(scope) : scope;
    if (node instanceof wgsl.Function) for (const { name, type } of node.args) inner.set(name, type);
    const { init, ...rest } = node as { init?: unknown };
    visit(init, inner, where);
    for (const [key, child] of Object.entries(rest)) if (key !== "calls") visit(child, inner, where);
    declare(node, scope);
  }

  for (const node of tree) visit(node, globals, node instanceof wgsl.Function ? node.name : "module");
  return found;
}

/** The `%` in a text, outside of comments. */
export const countRemainders = (code: string): number =>
  code
    .replace(/\/\/.*$/gm, "")
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .split("%").length - 1;

/** `.x`, `.member` or `[i]` of a type. */
function stepInto(type: wgsl.Type | undefined, step: wgsl.Expression): wgsl.Type | undefined {
  const whole = pointee(type);
  if (whole instanceof wgsl.Struct)
    return step instanceof wgsl.StringExpr
      ? (whole.members.find(({ name }) => name === step.value)?.type ?? undefined)
      : undefined;
  if (whole instanceof wgsl.ArrayType) return whole.format ?? undefined;
  // A component or a swizzle of a vector: the element type is all that is asked for.
  return whole;
}

function pointee(type: wgsl.Type | undefined): wgsl.Type | undefined {
  return type instanceof wgsl.PointerType ? (type.type ?? undefined) : type;
}

/** `u32`, `i32`, `f32` … of a scalar, vector or atomic; `bare` for an abstract number. */
function elementOf(type: wgsl.Type | undefined): string {
  const whole = pointee(type);
  if (whole instanceof wgsl.TemplateType) return whole.format?.name ?? "unknown";
  if (whole === undefined) return "unknown";
  if (whole.name === "x32") return "bare";
  const suffix = /^(?:vec|mat)[\dx]+([uifh])$/.exec(whole.name)?.[1];
  return suffix ? { u: "u32", i: "i32", f: "f32", h: "f16" }[suffix]! : whole.name;
}
