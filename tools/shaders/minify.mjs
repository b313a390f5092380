// @ts-check
// Declarations of WGSL as applications download them: without the space that people read by, and with short names for
// what is local to a function. Whatever another declaration can name keeps its name, so kernels are put together as
// before.

/** A comment, a number, a name, an operator, white space, or any other sign. */
const TOKEN =
  /\/\/[^\n]*|(?:0[xX][\da-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)[iufh]?|[A-Za-z_]\w*|->|<<=?|>>=?|&&|\|\||\+\+|--|[-+*/%&|^=!<>]=|\s+|./g;

/** @param {string} wgsl @returns {string[]} */
export const tokensOf = (wgsl) => (wgsl.match(TOKEN) ?? []).filter((token) => !/^(?:\s|\/\/)/.test(token));

const isName = (/** @type {string} */ token) => /^[A-Za-z_]/.test(token);

/** One declaration, made short. @param {string} declaration */
export function minified(declaration) {
  const tokens = tokensOf(declaration);
  const short = shortNames(tokens);
  return joined(tokens.map((token, i) => (isElsewhere(tokens, i) ? token : (short.get(token) ?? token))));
}

/**
 * Whether a name is a member's (`chunk.width`), an attribute's (`@builtin`) or the function's own.
 * @param {string[]} tokens @param {number} i
 */
const isElsewhere = (tokens, i) => [".", "@", "fn"].includes(/** @type {string} */ (tokens[i - 1]));

/** A short name for everything that is local to a function. @param {string[]} tokens */
function shortNames(tokens) {
  /** @type {Map<string, string>} */
  const short = new Map();
  const taken = new Set(tokens);
  let next = 0;
  for (const local of localsOf(tokens)) {
    if (short.has(local)) continue;
    let name;
    do name = nthName(next++);
    while (taken.has(name));
    short.set(local, name);
  }
  return short;
}

/** a … z, then a0, b0 … */
const nthName = (/** @type {number} */ n) =>
  String.fromCharCode(97 + (n % 26)) + (n < 26 ? "" : Math.floor(n / 26) - 1);

/** The parameters of a function, and what is declared in its body. @param {string[]} tokens */
function localsOf(tokens) {
  if (!tokens.includes("fn")) return [];
  const body = tokens.indexOf("{");
  return tokens.filter((token, i) =>
    i < body ? isName(token) && tokens[i + 1] === ":" : /^(?:let|var|const)$/.test(tokens[i - 1] ?? ""),
  );
}

/**
 * The tokens with no more space than keeps them apart, and no comma before a closing bracket. @param {string[]} tokens
 */
function joined(tokens) {
  let text = "";
  let last = "";
  for (const [i, token] of tokens.entries()) {
    if (token === "," && /^[)}]$/.test(tokens[i + 1] ?? "")) continue;
    // The end of `array<u32>` and the sign of an assignment are two tokens to some compilers and one to others.
    const clings = tokensOf(last + token)[0] !== last || (last.endsWith(">") && token.startsWith("="));
    text += last !== "" && clings ? ` ${token}` : token;
    last = token;
  }
  return text;
}
