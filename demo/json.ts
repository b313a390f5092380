/** JSON as a person would lay it out: whatever fits on a line stays on one. */
const WIDTH = 118;

export function prettyJson(value: unknown, indent = ""): string {
  const line = oneLine(value);
  if (typeof value !== "object" || value === null || (indent !== "" && indent.length + line.length <= WIDTH))
    return line;
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    return `[\n${value.map((item) => deeper + prettyJson(item, deeper)).join(",\n")}\n${indent}]`;
  }
  const entries = Object.entries(value).map(
    ([name, item]) => `${deeper}${JSON.stringify(name)}: ${prettyJson(item, deeper)}`,
  );
  return `{\n${entries.join(",\n")}\n${indent}}`;
}

function oneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([name, item]) => `${JSON.stringify(name)}: ${oneLine(item)}`);
  return `{ ${entries.join(", ")} }`;
}
