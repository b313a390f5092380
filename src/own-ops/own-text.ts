/**
 * The WGSL of an op of the application's own, as a part of kernels: its names get a prefix, so that they meet neither
 * the kernel's nor another op's; each line stays a line; and a place in a kernel leads back to the place in the text.
 */
import { found, InputError } from "../check/errors.ts";
import { nearestName } from "../check/nearest.ts";
import type { Precision } from "../format/format.ts";
import { library } from "../generated/library.ts";
import { type Declaration, declarationsOf, isFault } from "../wgsl/declarations.ts";
import { PREDECLARED, RESERVED } from "../wgsl/names.ts";
import { lineAndColumn, type Token } from "../wgsl/tokens.ts";

/** What a pixel is called in the text, where u8 and f32 are the same text, and how it is read. */
const BOTH = {
  u8: { Pixel: "vec4i", fetch: "fetch_u8" },
  f32: { Pixel: "vec4f", fetch: "fetch_f32" },
} as const;

/** Types that every kernel has that hands them over. */
const TYPES = ["At", "Place", "Tile", "Pixel"];
const FETCHES = ["fetch", "fetch_u8", "fetch_f32"];
/** Names that a text cannot give to something else. */
const TAKEN: ReadonlySet<string> = new Set([...TYPES, ...FETCHES, ...Object.keys(library.u8)]);

/** A declaration as it stands in kernels of a precision. */
interface Piece {
  text: string;
  /** Where each token begins, there and in the op's own text. */
  marks: readonly { there: number; here: number }[];
}

export class OwnText {
  readonly declarations: ReadonlyMap<string, Declaration>;
  private readonly pieces = new Map<string, Piece>();
  private readonly prefix: string;

  /**
   * @throws InputError where the text is not made of functions, structs, constants and aliases with names of its own
   */
  constructor(
    readonly op: string,
    private readonly text: string,
  ) {
    this.prefix = `own_${op}_`;
    const read = declarationsOf(text);
    if (isFault(read)) this.fail(read.at, read.expected, read.found);
    const declarations = new Map<string, Declaration>();
    for (const declaration of read) {
      const { name, locals, members } = declaration;
      for (const { at, text } of [name, ...members.map((member) => member.name), ...locals]) {
        if (RESERVED.has(text)) this.fail(at, "a name that WGSL does not reserve", text);
        if (text.startsWith("__")) this.fail(at, "a name that does not begin with two underscores", text);
      }
      for (const { at, text } of [name, ...locals])
        if (TAKEN.has(text)) this.fail(at, "a name that the library does not have", text);
      if (declarations.has(name.text)) this.fail(name.at, "a name that stands for one thing", name.text);
      declarations.set(name.text, declaration);
    }
    this.declarations = declarations;
  }

  /** The name that a declaration of the text has in kernels. */
  nameOf(name: string): string {
    return this.prefix + name;
  }

  /** Throws an InputError for a place of the text. */
  fail(at: number, expected: string, text: string): never {
    throw new InputError(this.placeOf(at), expected, found(text));
  }

  /** `vignette.wgsl:3:7`. */
  private placeOf(at: number): string {
    const { line, column } = lineAndColumn(this.text, at);
    return `${this.op}.wgsl:${line}:${column}`;
  }

  /**
   * What a kernel of a precision needs for a function of the text: its declaration and all that it leads to, of the
   * library too.
   * @param names what of the library it may call, but for what every function may
   * @throws InputError for a name that there is not
   */
  needsOf(start: Declaration, precision: Precision, names: readonly string[]): string[] {
    const known = new Set([...COMMON, ...names]);
    const needed = new Set<string>();
    const seen = new Set<Declaration>();
    const visit = (declaration: Declaration): void => {
      if (seen.has(declaration)) return;
      seen.add(declaration);
      needed.add(this.pieceOf(declaration, precision).text);
      const locals = new Set([...declaration.locals].map(({ text }) => text));
      for (const use of declaration.uses) {
        const other = this.declarations.get(use.text);
        if (other) visit(other);
        else if (locals.has(use.text) || PREDECLARED.has(use.text)) continue;
        else if (!known.has(use.text)) this.failName(use, [...locals, ...known]);
        else for (const text of library[precision][use.text as keyof typeof library.u8] ?? []) needed.add(text);
      }
    };
    visit(start);
    return [...needed];
  }

  private failName({ at, text }: Token, known: readonly string[]): never {
    if (TAKEN.has(text)) this.fail(at, "what the library has for this function", text);
    const near = nearestName(text, [...known, ...this.declarations.keys(), ...PREDECLARED]);
    this.fail(at, `a name of the text, of WGSL or of the library${near ? ` (did you mean ${near}?)` : ""}`, text);
  }

  /** A struct of words, which leads to nothing else. */
  structText(struct: Declaration, precision: Precision): string {
    return this.pieceOf(struct, precision).text;
  }

  private pieceOf(declaration: Declaration, precision: Precision): Piece {
    const key = `${precision} ${declaration.name.text}`;
    let piece = this.pieces.get(key);
    if (!piece) {
      piece = this.write(declaration, precision);
      this.pieces.set(key, piece);
    }
    return piece;
  }

  private write({ tokens, uses }: Declaration, precision: Precision): Piece {
    const names = new Set(uses);
    const marks: { there: number; here: number }[] = [];
    let text = "";
    let end = tokens[0]!.at;
    for (const token of tokens) {
      text += spaceOf(this.text.slice(end, token.at));
      marks.push({ there: text.length, here: token.at });
      text += names.has(token) ? this.spelled(token.text, precision) : token.text;
      end = token.at + token.text.length;
    }
    return { text, marks };
  }

  private spelled(name: string, precision: Precision): string {
    if (this.declarations.has(name)) return this.nameOf(name);
    return Object.hasOwn(BOTH[precision], name) ? BOTH[precision][name as "Pixel"] : name;
  }

  /**
   * A compiler's message about a kernel, if it is about this op: `vignette.wgsl:3:7: …`.
   * @param kernel the kernel's text
   * @param line from 1, as `column`
   */
  explain(kernel: string, { line, column, message }: { line: number; column: number; message: string }) {
    const lines = kernel.split("\n").slice(0, line - 1);
    const at = lines.reduce((sum, { length }) => sum + length + 1, 0) + column - 1;
    for (const { text, marks } of this.pieces.values()) {
      const start = kernel.indexOf(text);
      if (start < 0 || at < start || at >= start + text.length) continue;
      const { here } = marks.findLast(({ there }) => start + there <= at)!;
      return `${this.placeOf(here)}: ${message.replaceAll(this.prefix, "")}`;
    }
    return undefined;
  }
}

/** What every function of every op may name. */
const COMMON = [
  "Pixel",
  "At",
  "PLACE_BITS",
  "pixel_centre",
  "picture_middle",
  "scaled",
  "host_byte",
  "noise_word",
  "normal_12",
];

/** Lines and columns without what stands in comments. */
const spaceOf = (gap: string): string => gap.replace(/\r\n|[\n\r]/g, "\n").replace(/[^\n]/g, " ");
