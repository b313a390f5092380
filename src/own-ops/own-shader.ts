/**
 * What an op of the application's own is in the kernels, made of its WGSL as tools/shaders/dispatch.mjs and words.mjs
 * make it of the files of shaders/ops.
 */
import { found, InputError } from "../check/errors.ts";
import type { Precision } from "../format/format.ts";
import { kernelsByKind, library } from "../generated/library.ts";
import { type OpShader, warpShader } from "../generated/op-shaders.ts";
import type { ImageOp } from "../ops/op.ts";
import type { Declaration } from "../wgsl/declarations.ts";
import { OwnText } from "./own-text.ts";
import { codecOf, fieldsOf, readerOf, type WordField } from "./own-words.ts";

type Kind = ImageOp["kind"];
type Case = readonly [statement: string, ...declarations: string[]];

/** A function that an op has in its text. */
interface Form {
  /** `""` for `x_u8`, `x_f32` or, for both, `x`; `_show` likewise; else the function is the same for both. */
  suffix: "" | "_show" | "_table" | "_place";
  /** Only for this precision. */
  only?: Precision;
  parameters: readonly (readonly [name: string, type: string])[];
  /** How many of the parameters it must ask for. */
  least: number;
  returns: string;
  isOptional?: true;
  /** What of the library it may name. */
  library: readonly string[];
  /** The switch that calls it, and with what. */
  called: string;
}

/** Where a form has the type of a pixel, and the struct of words. */
const PIXEL = "Pixel";
const WORDS = "a struct of the text";

const AT = ["at", "At"] as const;
const ARGS = ["args", WORDS] as const;
const FETCH = (precision: Precision) => ["fetch", `fetch_${precision}`];
const STATS = ["stat_low", "stat_high", "stat_mean", "tone_level"];
const COUNTS = ["pixel_count", "level_count", "count_below", "level_of_rank", "last_level", "least_count", "mean_sum"];

const pixel: Form = {
  suffix: "",
  parameters: [["v", PIXEL], ARGS, AT],
  least: 1,
  returns: PIXEL,
  library: [],
  called: "apply_color_",
};
const stencil: Form = {
  suffix: "",
  parameters: [ARGS, AT],
  least: 0,
  returns: PIXEL,
  library: ["fetch"],
  called: "gather_stencil_",
};

/** The functions of each kind of op. */
const FORMS: Readonly<Record<Kind, readonly Form[]>> = {
  color: [pixel],
  mask: [pixel],
  stencil: [stencil],
  tone: [
    {
      suffix: "_table",
      parameters: [["channel", "u32"], ["value", "u32"], ARGS],
      least: 2,
      returns: "u32",
      library: COUNTS,
      called: "make_table",
    },
    { ...pixel, only: "f32", library: STATS },
  ],
  tile: [
    {
      suffix: "",
      parameters: [ARGS, ["tile", "Tile"], ["lane", "u32"]],
      least: 0,
      returns: `array<${PIXEL},4>`,
      library: ["fetch", "Tile"],
      called: "make_tile_",
    },
    { ...stencil, suffix: "_show", isOptional: true },
  ],
  warp: [
    { suffix: "_place", parameters: [ARGS, AT], least: 0, returns: "Place", library: ["Place"], called: "place_of" },
  ],
};

/** The member in which a tone op says whose mean it wants; see shaders/tone.wgsl. */
const MEAN_OF = { wgsl: "mean_of", host: "meanOf" };

const PIXELS = { u8: "vec4i", f32: "vec4f" } as const;

const snakeOf = (name: string) => name.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);

/** An op's part of the kernels, and the words that its functions are handed. */
export interface OwnShader {
  shader: OpShader;
  fields: Readonly<Record<Precision, readonly WordField[]>>;
}

/**
 * @param id its number in the kernels, which no other op has
 * @throws InputError for a text that the op's kind cannot be made of, with the line and the column
 */
export function ownShader(name: string, kind: Kind, wgsl: string, id: number): OwnShader {
  const text = new OwnText(name, wgsl);
  const maker = new Maker(text, kind);
  const made = { u8: maker.make("u8"), f32: maker.make("f32") };
  maker.refuseOthers();
  return {
    shader: {
      id,
      kernels: kernelsByKind[kind],
      words: { u8: codecOf(made.u8.fields), f32: codecOf(made.f32.fields) },
      cases: { u8: made.u8.cases, f32: made.f32.cases },
      explain: (kernel, message) => text.explain(kernel, message),
    },
    fields: { u8: made.u8.fields, f32: made.f32.fields },
  };
}

/** A function of the text that a kernel calls. */
interface Part {
  form: Form;
  declaration: Declaration;
  struct: Declaration | undefined;
  needs: readonly string[];
}

class Maker {
  private readonly stem: string;
  private readonly used = new Set<Declaration>();

  constructor(
    private readonly text: OwnText,
    private readonly kind: Kind,
  ) {
    this.stem = snakeOf(text.op);
  }

  /** The op's cases in the switches of a precision, and its words there. */
  make(precision: Precision): { cases: Record<string, Case>; fields: readonly WordField[] } {
    const parts = this.partsFor(precision);
    const struct = parts.findLast((part) => part.struct)?.struct;
    const fields = struct ? fieldsOf(struct, this.text) : [];
    const cases: Record<string, Case> = {};
    for (const { form, declaration, struct: own, needs } of parts) {
      const given = declaration.members.map(({ name }) =>
        name.text === "args" ? `${this.readerName(own!)}(args)` : name.text,
      );
      cases[form.called.endsWith("_") ? form.called + precision : form.called] = [
        `return ${this.text.nameOf(declaration.name.text)}(${given.join(", ")});`,
        ...needs,
        ...(own ? [this.reader(own)] : []),
      ];
    }
    if (this.kind === "warp") {
      const name = `apply_warp_${precision}`;
      cases[name] = warpShader.cases[precision][name]!;
      cases.has_places = ["return true;"];
    }
    if (this.kind === "tone") {
      cases.is_tone = ["return true;"];
      if (precision === "u8") cases.apply_color_u8 = ["return tone_pixel(v);", ...library.u8.tone_pixel];
      if (struct && fields.some(({ name }) => name === MEAN_OF.host))
        cases.mean_of = [
          `return ${this.readerName(struct)}(args).${MEAN_OF.wgsl};`,
          this.text.structText(struct, precision),
          this.reader(struct),
        ];
    }
    return { cases, fields };
  }

  /** The functions that the kernels of a precision call. They have one struct of words. */
  private partsFor(precision: Precision): Part[] {
    const parts = FORMS[this.kind].flatMap((form): Part[] => {
      if (form.only !== undefined && form.only !== precision) return [];
      const declaration = this.functionOf(form, precision);
      if (!declaration) return [];
      const struct = this.structOf(declaration, form, precision);
      const names = form.library.flatMap((one) => (one === "fetch" ? FETCH(precision) : one));
      return [{ form, declaration, struct, needs: this.text.needsOf(declaration, precision, names) }];
    });
    const [first, second] = parts;
    if (!first?.struct || !second?.struct || first.struct === second.struct) return parts;
    // A curve that no pixel of floats asks for is not made, so its words may be those of bytes.
    if (this.kind === "tone" && !second.needs.includes(library.f32.tone_level[0])) return [second];
    const expected = `args of ${first.struct.name.text}, as ${first.declaration.name.text} has`;
    return this.text.fail(second.declaration.name.at, expected, second.struct.name.text);
  }

  private reader(struct: Declaration): string {
    const name = this.text.nameOf(struct.name.text);
    return readerOf(fieldsOf(struct, this.text), this.readerName(struct), name);
  }

  /** Cannot be a name of the text, which has another prefix. */
  private readerName(struct: Declaration): string {
    return `ownread_${this.text.op}_${struct.name.text}`;
  }

  /** The op's function of a form. */
  private functionOf({ suffix, isOptional }: Form, precision: Precision): Declaration | undefined {
    const isShared = suffix === "_table" || suffix === "_place";
    const names = isShared ? [this.stem + suffix] : [`${this.stem}${suffix}_${precision}`, this.stem + suffix];
    const all = names.flatMap((name) => this.text.declarations.get(name) ?? []);
    const [first, second] = all;
    if (second) this.text.fail(second.name.at, `either ${names[0]} or ${names[1]}`, "both");
    if (!first && !isOptional) {
      const others = [...this.text.declarations.values()].filter(({ word }) => word === "fn");
      const list = others.map(({ name }) => name.text).join(", ");
      throw new InputError(
        `${this.text.op}.wgsl`,
        `fn ${names.join(" or fn ")}, which a ${this.kind} op has`,
        found(list === "" ? "no function" : `fn ${list}`),
      );
    }
    if (!first) return undefined;
    if (first.word !== "fn") this.text.fail(first.name.at, `fn ${first.name.text}`, first.word);
    this.used.add(first);
    return first;
  }

  /** Holds a function to its form, and returns the struct of its words. */
  private structOf(
    { name, members, returns }: Declaration,
    { parameters, least, returns: wanted }: Form,
    precision: Precision,
  ): Declaration | undefined {
    const spelled = (type: string) => type.replace(/\bPixel\b/g, PIXELS[precision]);
    // A function for both is told of a pixel as it calls one.
    const shown = (type: string) => (name.text.endsWith(precision) ? spelled(type) : type);
    const list = parameters.map(([parameter, type]) => `${parameter}: ${shown(type)}`).join(", ");
    let struct: Declaration | undefined;
    let next = 0;
    for (const [i, { name: parameter, type }] of members.entries()) {
      const place = parameters.findIndex(([known], at) => at >= next && known === parameter.text);
      if (place < 0 || (i < least && place !== i))
        this.text.fail(parameter.at, `parameters of ${list}, in this order`, parameter.text);
      next = place + 1;
      const wantedType = spelled(parameters[place]![1]);
      if (wantedType === WORDS) {
        struct = this.text.declarations.get(type);
        if (struct?.word !== "struct") this.text.fail(parameter.at, `args of ${WORDS}`, type);
      } else if (spelled(type) !== wantedType)
        this.text.fail(parameter.at, `${parameter.text}: ${shown(parameters[place]![1])}`, type);
    }
    if (members.length < least)
      this.text.fail(name.at, `parameters of ${list}, at least ${least}`, `${members.length}`);
    if (spelled(returns) !== spelled(wanted))
      this.text.fail(name.at, `a function that returns ${shown(wanted)}`, returns === "" ? "nothing" : returns);
    return struct;
  }

  /** Refuses a function that looks like the op's, and is none of its kind's. */
  refuseOthers(): void {
    const looks = new RegExp(`^${this.stem}(_show)?(_u8|_f32)?$|^${this.stem}_(table|place)$`);
    for (const declaration of this.text.declarations.values()) {
      const { name, word } = declaration;
      if (word === "fn" && looks.test(name.text) && !this.used.has(declaration))
        this.text.fail(name.at, `no function of this name, since a ${this.kind} op has none`, name.text);
    }
  }
}
