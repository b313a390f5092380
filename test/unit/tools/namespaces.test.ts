import { expect, test } from "vitest";
import { withRealNamespaces } from "../../../tools/package-plugins.mjs";

/** As the bundler writes it. */
const MODULE = `import { __exportAll } from "../_virtual/_rolldown/runtime.js";
import { make } from "./make.js";
// src/stages/ops.ts
var ops_exports = /* @__PURE__ */ __exportAll({
	rotate: () => rotate,
	zoom: () => zoom
});
var rotate = /* @__PURE__ */ make("rotate");
var zoom = /* @__PURE__ */ make("zoom");
export { ops_exports, rotate, zoom };
`;

test("a namespace is one of the language again, with every other line where it was", () => {
  const made = withRealNamespaces(MODULE);
  expect(made.split("\n").map((line) => line.trim())).toEqual([
    "",
    'import { make } from "./make.js";',
    "// src/stages/ops.ts",
    "",
    "",
    "",
    "",
    'var rotate = /* @__PURE__ */ make("rotate");',
    'var zoom = /* @__PURE__ */ make("zoom");',
    "export { rotate, zoom };",
    "",
  ]);
  expect(withRealNamespaces('import { ops_exports } from "./ops.js";\nexport { ops_exports as ops };\n')).toBe(
    'import * as ops_exports from "./ops.js";\nexport { ops_exports as ops };\n',
  );
  expect(withRealNamespaces("export { rotate };\n")).toBe("export { rotate };\n");
});
