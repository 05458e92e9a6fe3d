/**
 * Gives an element the focus as the first of a dialog, whether the dialog is open already, so that the browser cannot
 * choose it any more, or opens only now, and would choose another one.
 */
export function focusFirst(element: HTMLElement | null | undefined): void {
  element?.setAttribute('autofocus', '');
  element?.focus({ preventScroll: true });
}
