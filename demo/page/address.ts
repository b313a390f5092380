/** What stands after `#` is the settings', so links within the page scroll without touching it. */

/** Browsers refuse to have the address changed a hundred times a minute, which a dragged slider would. */
const PATIENCE_MS = 200;

let timer = 0;

export function writeHash(hash: string): void {
  clearTimeout(timer);
  timer = window.setTimeout(() => {
    history.replaceState(null, "", `${location.pathname}${location.search}${hash ? `#${hash}` : ""}`);
  }, PATIENCE_MS);
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
