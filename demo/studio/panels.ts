/** The plan and the program, as text. */
import type { Plan } from "mixwell";
import { type CodeParts, codeOf } from "../code.ts";
import { prettyJson } from "../json.ts";
import { byId } from "../page/elements.ts";
import { highlight } from "../page/highlight.ts";

export function showPanels(plan: Plan, parts: CodeParts): void {
  highlight(byId("plan-text", HTMLElement), prettyJson(plan));
  highlight(byId("code-text", HTMLElement), codeOf(parts));
}
