/**
 * Runs in the page that is measured, before its code: how long it takes from an input to the next painted frame, and how
 * many layouts were computed. Plain JavaScript, as it is handed to the page as it stands.
 *
 * Layouts are counted from outside: nothing else on the page computes cosines by the hundred.
 */
const cos = Math.cos;
let cosines = 0;
Math.cos = (angle) => {
  cosines += 1;
  return cos(angle);
};

window.benchAssess = {
  /** Cosines computed since the last input, or since the page was opened. */
  cosines: () => cosines,

  /** Blips that were drawn anew since the last input. */
  newBlips: () => [...document.querySelectorAll('[data-blip]')].filter((blip) => !blip.benchMarked).length,

  /**
   * From an input until the frame that shows its effect is on screen, in ms.
   *
   * @param {string} input what is done: a click on an element, an option of a list, or a text in a field
   * @param {{ to: string, value?: string }} at the element, and what it is given
   * @param {string} shown JavaScript that tells whether the effect is there
   */
  async time(input, { to, value }, shown) {
    const element = document.querySelector(to);
    if (element === null) throw new Error(`nothing is ${to}`);
    const isShown = new Function(`return ${shown}`);
    for (const blip of document.querySelectorAll('[data-blip]')) blip.benchMarked = true;
    cosines = 0;
    const begun = performance.now();
    if (input === 'click')
      element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    else {
      const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element), 'value');
      set.call(element, value);
      element.dispatchEvent(new Event(input === 'choose' ? 'change' : 'input', { bubbles: true }));
    }
    if (!isShown()) {
      await new Promise((resolve, reject) => {
        setTimeout(() => reject(new Error(`did not come: ${shown}`)), 20_000);
        const watch = new MutationObserver(() => {
          if (!isShown()) return;
          watch.disconnect();
          resolve();
        });
        watch.observe(document.body, {
          childList: true,
          subtree: true,
          attributes: true,
          characterData: true,
        });
      });
    }
    // the frame that begins now paints the effect, and the next task runs after it
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
    return performance.now() - begun;
  },
};
