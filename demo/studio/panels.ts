/** The plan and the program, as text. */
import type { Plan } from "mixwell";
import { type CodeParts, codeOf } from "../code.ts";
import { prettyJson } from "../json.ts";
import { byId } from "../page/elements.ts";
import { highlight } from "../page/highlight.ts";
import { showShared } from "../page/share.ts";
import { peerOf, pythonOf } from "./peers.ts";

export function showPanels(plan: Plan, parts: CodeParts): void {
  highlight(byId("plan-text", HTMLElement), prettyJson(plan));
  const { settings, classes } = parts;
  const python = classes > 0 ? pythonOf(settings, classes) : undefined;
  showShared({ code: codeOf(parts), python, docs: peerOf(settings)?.docs ?? "mixers-and-labels" });
}
