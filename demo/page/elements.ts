/** The page's elements by id and kind; one that is missing is a mistake in index.html and should say so. */
export function byId<T extends HTMLElement>(id: string, kind: new () => T): T {
  const element = document.getElementById(id);
  if (!(element instanceof kind))
    throw new Error(`#${id}: expected ${kind.name}, found ${element?.tagName ?? "nothing"}`);
  return element;
}

export function within<T extends Element>(parent: ParentNode, selector: string, kind: new () => T): T {
  const element = parent.querySelector(selector);
  if (!(element instanceof kind))
    throw new Error(`${selector}: expected ${kind.name}, found ${element?.tagName ?? "nothing"}`);
  return element;
}

type Child = Node | string;

/** `make("p", { className: "hint" }, "Words")`. Names with a hyphen, and `role`, become attributes. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Record<string, string | boolean | number> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.includes("-") || name === "role") element.setAttribute(name, String(value));
    else Object.assign(element, { [name]: value });
  }
  element.append(...children);
  return element;
}
