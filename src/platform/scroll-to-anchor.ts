/** Time in which a place that is being loaded may still come, ms. */
const LONGEST_WAIT = 10_000;

/** Goes to an element by its id, as soon as it is there: it may come with code and data that are still on their way. */
export function scrollToAnchor(anchor: string): void {
  const watch = new MutationObserver(() => {
    const element = document.getElementById(anchor.replace(/^#/, ''));
    if (element === null) return;
    watch.disconnect();
    // what is folded away cannot be scrolled to
    for (
      let at = element.closest('details');
      at !== null;
      at = at.parentElement?.closest('details') ?? null
    ) {
      at.open = true;
    }
    element.scrollIntoView({ block: 'center' });
    if (element.tabIndex < 0) element.tabIndex = -1;
    element.focus({ preventScroll: true });
  });
  watch.observe(document.body, { childList: true, subtree: true });
  setTimeout(() => watch.disconnect(), LONGEST_WAIT);
}
