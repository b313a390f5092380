/**
 * A WGSL text of functions, structs, constants and aliases, taken apart: what each declares, and which names it uses.
 * Types and statements are the compiler's business.
 */
import { KEYWORDS } from "./names.ts";
import { type Token, tokensOf, type WgslFault } from "./tokens.ts";

/** A parameter of a function, or a member of a struct. */
export interface Member {
  name: Token;
  /** Without space, and `vec4<i32>` as `vec4i`. */
  type: string;
}

export interface Declaration {
  word: "fn" | "struct" | "const" | "alias";
  name: Token;
  /** From its first word to its last sign. */
  tokens: readonly Token[];
  /** Of a function or a struct. */
  members: readonly Member[];
  /** Of a function; "" where it returns nothing. */
  returns: string;
  /** The names that it uses, but for those of members and attributes; and the places of all that it declares inside. */
  uses: readonly Token[];
  locals: ReadonlySet<Token>;
}

/** What stands instead of a declaration here, and why it cannot. */
const NOT_HERE: Readonly<Record<string, string>> = {
  import: "no import: what the library has is there already",
  enable: "no enable: the kernel that the op becomes a part of has none",
  requires: "no requires: the kernel that the op becomes a part of has none",
  diagnostic: "no diagnostic: the kernel that the op becomes a part of has none",
  override: "no override: the op's arguments come as words",
  var: "no var outside of functions: an op keeps no state and binds no buffer",
  const_assert: "no const_assert",
  "@": "no attribute: the op is a part of kernels that there are",
};

const CLOSING: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

/** What compilers take too. */
const MAX_DEPTH = 127;

export function isFault(value: object): value is WgslFault {
  return "expected" in value;
}

/** The declarations of a text in order, or where it has anything else. */
export function declarationsOf(text: string): Declaration[] | WgslFault {
  const tokens = tokensOf(text);
  if (isFault(tokens)) return tokens;
  const end: Token = { kind: "sign", text: "the end of the text", at: text.length };
  try {
    return new Reader(tokens, end).declarations();
  } catch (fault) {
    if (fault instanceof Unexpected) return fault.fault;
    throw fault;
  }
}

/** Leads out of the reader. */
class Unexpected extends Error {
  constructor(readonly fault: WgslFault) {
    super();
  }
}

class Reader {
  private next = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly end: Token,
  ) {}

  declarations(): Declaration[] {
    const found: Declaration[] = [];
    while (this.next < this.tokens.length) {
      if (this.here.text === ";") this.next++;
      else found.push(this.declaration());
    }
    return found;
  }

  private get here(): Token {
    return this.tokens[this.next] ?? this.end;
  }

  private fail(expected: string, { at, text } = this.here): never {
    throw new Unexpected({ at, expected, found: text });
  }

  private take(text: string): Token {
    if (this.here.text !== text) this.fail(text);
    return this.tokens[this.next++]!;
  }

  private takeName(expected: string): Token {
    const { here } = this;
    if (here.kind !== "name" || KEYWORDS.has(here.text)) this.fail(expected);
    this.next++;
    return here;
  }

  private declaration(): Declaration {
    const start = this.next;
    const word = this.here.text;
    if (word !== "fn" && word !== "struct" && word !== "const" && word !== "alias")
      this.fail(NOT_HERE[word] ?? "fn, struct, const or alias");
    this.next++;
    const name = this.takeName(`the name of a ${word}`);
    let members: Member[] = [];
    let returns = "";
    if (word === "fn") {
      this.take("(");
      members = this.members(")");
      this.take(")");
      if (this.here.text === "->") {
        this.next++;
        returns = this.type(["{"]);
      }
      this.block();
    } else if (word === "struct") {
      this.take("{");
      members = this.members("}");
      this.take("}");
    } else {
      while (this.here.text !== ";") this.skip();
      this.take(";");
    }
    const tokens = this.tokens.slice(start, this.next);
    return { word, name, tokens, members, returns, ...namesIn(tokens, word, members) };
  }

  /** `name: type, …` up to a sign. */
  private members(closing: string): Member[] {
    const members: Member[] = [];
    while (this.here.text !== closing) {
      if (this.here.text === "@") this.fail("no attribute");
      const name = this.takeName(closing === ")" ? "the name of a parameter" : "the name of a member");
      this.take(":");
      members.push({ name, type: this.type([",", closing]) });
      if (this.here.text !== ",") break;
      this.next++;
    }
    return members;
  }

  /** A type up to one of these signs. */
  private type(until: readonly string[]): string {
    const start = this.next;
    for (let depth = 0; depth > 0 || !until.includes(this.here.text); this.next++) {
      const { text, kind } = this.here;
      if (text === "<") depth++;
      else if (text === ">") depth--;
      else if (kind === "sign" && text !== ",") this.fail("a type");
    }
    if (this.next === start) this.fail("a type");
    const text = this.tokens
      .slice(start, this.next)
      .map((token) => token.text)
      .join("");
    return text.replace(/\bvec([234])<([iuf])32>/g, "vec$1$2");
  }

  private block(): void {
    if (this.here.text !== "{") this.fail("{");
    this.skip();
  }

  /** One token, and all up to its closing one. */
  private skip(depth = 0): void {
    const opening = this.here;
    if (depth > MAX_DEPTH) this.fail(`at most ${MAX_DEPTH} brackets inside each other`);
    if (this.next >= this.tokens.length) this.fail("the rest of a declaration");
    if ([")", "]", "}"].includes(opening.text)) this.fail("no closing sign here");
    this.next++;
    const closing = CLOSING[opening.text];
    if (closing === undefined) return;
    while (this.here.text !== closing) {
      if (this.next >= this.tokens.length)
        this.fail(`${closing} for this ${opening.text}`, { ...opening, text: "none" });
      this.skip(depth + 1);
    }
    this.next++;
  }
}

/** The names that a declaration uses, and those that it declares inside. */
function namesIn(
  tokens: readonly Token[],
  word: Declaration["word"],
  members: readonly Member[],
): Pick<Declaration, "uses" | "locals"> {
  const own = new Set(members.map(({ name }) => name));
  const locals = new Set<Token>(word === "fn" ? own : []);
  const uses: Token[] = [];
  tokens.forEach((token, i) => {
    const before = tokens[i - 1]?.text;
    if (token.kind !== "name" || KEYWORDS.has(token.text) || before === "." || before === "@" || token.text === "_")
      return;
    if (own.has(token) && word === "struct") return;
    if (i > 1 && (before === "let" || before === "const" || before === "var" || declaresVar(tokens, i)))
      locals.add(token);
    uses.push(token);
  });
  return { uses, locals };
}

/** Whether a name comes after `var<…>`. */
function declaresVar(tokens: readonly Token[], i: number): boolean {
  return tokens[i - 1]?.text === ">" && tokens[i - 3]?.text === "<" && tokens[i - 4]?.text === "var";
}
