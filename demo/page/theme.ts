/** Light or dark: the system's choice until the button is pressed, and then the visitor's. */
import { byId } from "./elements.ts";

/** VitePress's, so that the documentation beside the demo has the same. It also writes "auto": the system's choice. */
const KEY = "vitepress-theme-appearance";
const system = matchMedia("(prefers-color-scheme: dark)");
const listeners = new Set<() => void>();

/** Calls whenever the page's colours may have changed. Returns what ends it. */
export function onTheme(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

export function setUpTheme(): void {
  const button = byId("theme", HTMLButtonElement);
  const root = document.documentElement;
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);
  const show = () => {
    button.setAttribute("aria-pressed", String(isDark()));
    for (const changed of listeners) changed();
  };

  const kept = recall();
  if (kept) root.dataset.theme = kept;
  button.addEventListener("click", () => {
    const theme = isDark() ? "light" : "dark";
    root.dataset.theme = theme;
    remember(theme);
    show();
  });
  system.addEventListener("change", show);
  show();
}

/** Storage may be switched off; the choice then lasts as long as the page. */
function recall(): string | undefined {
  try {
    const theme = localStorage.getItem(KEY);
    return theme === "light" || theme === "dark" ? theme : undefined;
  } catch {
    return undefined;
  }
}

function remember(theme: string): void {
  try {
    localStorage.setItem(KEY, theme);
  } catch {}
}
