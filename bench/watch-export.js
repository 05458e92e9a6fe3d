/**
 * Runs in the page that is measured: how long a save takes, and how long the page does not answer meanwhile. Plain
 * JavaScript, as it is handed to the page as it stands.
 */
window.benchExport = {
  /** Longest silence of the page since it was last set to 0, in ms. */
  gap: 0,

  /** From the click until the file is offered. */
  async save() {
    const status = document.querySelector('dialog[open] form > p');
    this.gap = 0;
    const begun = performance.now();
    document.querySelector('dialog[open] button[type="submit"]').click();
    await new Promise((resolve) => {
      const watch = new MutationObserver(() => {
        if (!status.textContent.startsWith('Saved')) return;
        watch.disconnect();
        resolve();
      });
      watch.observe(status, { childList: true, subtree: true, characterData: true });
    });
    return { time: performance.now() - begun, gap: this.gap };
  },
};

let last = performance.now();
setInterval(() => {
  const now = performance.now();
  window.benchExport.gap = Math.max(window.benchExport.gap, now - last - 4);
  last = now;
}, 4);
