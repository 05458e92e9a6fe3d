/**
 * Runs in the measured page before anything else of it. Plain JavaScript, as it is sent there as it stands.
 * All times are in ms since the navigation began.
 */
(() => {
  /** How long nothing may change before the picture counts as still. */
  const QUIET = 1000;
  /** Positions are compared for so many blips, spread over all: reading every one would cost more than drawing. */
  const SAMPLES = 25;

  const longTasks = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) longTasks.push(entry.duration);
  }).observe({ type: 'longtask', buffered: true });

  /** Whether no sampled place changed by as much as half a px, the least that an eye could see. */
  function stayed(before, after) {
    if (before === null || after === null) return false;
    return after.every((value, at) => Math.abs(value - before[at]) < 0.5);
  }

  function signature(count) {
    const blips = document.querySelectorAll('[data-blip] [data-disc]');
    if (blips.length !== count) return null;
    const step = Math.max(1, Math.floor(count / SAMPLES));
    const places = [];
    for (let at = 0; at < count; at += step) {
      const box = blips[at].getBoundingClientRect();
      places.push(box.x, box.y, box.width);
    }
    return places;
  }

  window.bench = {
    /** Resolves with the time of the second frame in which all blips stood where they stayed. */
    untilStill: (count) =>
      new Promise((resolve) => {
        let last = null;
        let frames = 0;
        let still = 0;
        const look = () => {
          const now = performance.now();
          const places = signature(count);
          frames = stayed(last, places) ? frames + 1 : 0;
          last = places;
          if (frames === 1) still = now;
          if (frames > 1 && now - still > QUIET) resolve(still);
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
    /** Resolves with the time from the next such event on a blip to the frame after `selector` is there. */
    untilSeen: (event, selector) =>
      new Promise((resolve) => {
        const start = (found) => {
          if (!found.target.closest?.('[data-blip]')) return;
          removeEventListener(event, start, true);
          const look = () => {
            if (document.querySelector(selector) === null) requestAnimationFrame(look);
            else requestAnimationFrame(() => resolve(performance.now() - found.timeStamp));
          };
          requestAnimationFrame(look);
        };
        addEventListener(event, start, true);
      }),
    longTasks: () => longTasks,
  };
  window.bench.still = window.bench.untilStill(window.benchCount);
})();
