/** The words of a WGSL text, each with its place. Comments and space are left out. */

export interface Token {
  kind: "name" | "number" | "sign";
  text: string;
  /** Where it begins, in UTF-16 units. */
  at: number;
}

/** Something that a text is not: where, and what was expected and found there. */
export interface WgslFault {
  at: number;
  expected: string;
  found: string;
}

const SPACE = /\s+/y;
const LINE_COMMENT = /\/\/[^\n\v\f\r\u0085\u2028\u2029]*/y;
const NAME = /[\p{XID_Start}_]\p{XID_Continue}*/uy;
const NUMBER =
  /0[xX][\da-fA-F]*\.?[\da-fA-F]*(?:[pP][+-]?\d+)?[iufh]?|\d*\.?\d+(?:[eE][+-]?\d+)?[iufh]?|\d+\.\d*(?:[eE][+-]?\d+)?[fh]?/y;
const SIGN = /->|[-+*/%&|^<>=!~.,:;@(){}[\]?]/y;

/** The tokens of a text, or what is none. */
export function tokensOf(text: string): Token[] | WgslFault {
  const tokens: Token[] = [];
  const match = (pattern: RegExp, at: number): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };
  for (let at = 0; at < text.length; ) {
    const skipped = match(SPACE, at) ?? match(LINE_COMMENT, at);
    if (skipped !== undefined) {
      at += skipped.length;
      continue;
    }
    if (text.startsWith("/*", at)) {
      const end = endOfComment(text, at);
      if (end === undefined) return { at, expected: "*/ at the end of a comment", found: "none" };
      at = end;
      continue;
    }
    const name = match(NAME, at);
    const number = name === undefined ? match(NUMBER, at) : undefined;
    const found = name ?? number ?? match(SIGN, at);
    if (found === undefined) return { at, expected: "a sign that WGSL has", found: [...text.slice(at, at + 2)][0]! };
    tokens.push({ kind: name !== undefined ? "name" : number !== undefined ? "number" : "sign", text: found, at });
    at += found.length;
  }
  return tokens;
}

/** Comments of this kind nest. */
function endOfComment(text: string, start: number): number | undefined {
  const edges = /\/\*|\*\//g;
  edges.lastIndex = start;
  let depth = 0;
  for (let edge = edges.exec(text); edge; edge = edges.exec(text)) {
    depth += edge[0] === "/*" ? 1 : -1;
    if (depth === 0) return edge.index + 2;
  }
  return undefined;
}

/** The line and the column of a place, both from 1, as an editor counts them. */
export function lineAndColumn(text: string, at: number): { line: number; column: number } {
  const lines = text.slice(0, at).split(/\r\n|\n|\r/);
  return { line: lines.length, column: lines.at(-1)!.length + 1 };
}
