/** What stands after `#` is the settings', so links within the page scroll without touching it. */

/** Browsers refuse to have the address changed a hundred times a minute, which a dragged slider would. */
const PATIENCE_MS = 200;

let timer = 0;
let pending: string | undefined;

export function writeHash(hash: string): void {
  pending = hash;
  clearTimeout(timer);
  timer = window.setTimeout(flush, PATIENCE_MS);
}

/** The address that opens what is shown now. */
export function currentAddress(): string {
  clearTimeout(timer);
  flush();
  return location.href;
}

function flush(): void {
  if (pending === undefined) return;
  history.replaceState(null, "", `${location.pathname}${location.search}${pending ? `#${pending}` : ""}`);
  pending = undefined;
}

export function setUpAnchors(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) {
    link.addEventListener("click", (event) => {
      const target = document.getElementById(link.hash.slice(1));
      if (!target) return;
      event.preventDefault();
      target.scrollIntoView();
      // As the browser would: the next Tab goes on from there.
      target.tabIndex = -1;
      target.focus({ preventScroll: true });
    });
  }
}
