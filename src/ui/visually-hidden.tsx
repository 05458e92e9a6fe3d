import type { ReactNode } from 'react';

/** Text for screen readers where the eye has a mark or a place instead. The class stands in app.css. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="visually-hidden">{children}</span>;
}
