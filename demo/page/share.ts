/** What can be taken away from a page beside its link: its code, a peer's Python, and where it is explained. */
import { docsAddress } from "../places.ts";
import { byId } from "./elements.ts";
import { highlight } from "./highlight.ts";

export interface Shared {
  /** A program that makes what is shown. */
  code: string;
  /** The same in a peer's Python, where there is a counterpart. */
  python?: string | undefined;
  /** A page of the documentation, "presets#mixers"; left out, the one that the page names. */
  docs?: string;
}

export function showShared({ code, python, docs }: Shared): void {
  highlight(byId("code-text", HTMLElement), code);
  if (docs) byId("docs-link", HTMLAnchorElement).href = docsAddress(docs);
  byId("copy-python", HTMLElement).hidden = python === undefined;
  // Pages whose state no peer can have are without it.
  const panel = document.getElementById("python-panel");
  if (!panel) return;
  panel.hidden = python === undefined;
  highlight(byId("python-text", HTMLElement), python ?? "");
}

/** Own pictures cannot be in an address. */
export function showWhose(areOwn: boolean): void {
  byId("share-note", HTMLElement).hidden = !areOwn;
}
