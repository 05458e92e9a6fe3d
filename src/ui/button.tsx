import type { ButtonHTMLAttributes } from 'react';
import css from './button.module.css';

/** A plain button of at least 32 px; `pressed` makes it a switch. */
export function Button({
  pressed,
  className,
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { pressed?: boolean }) {
  return (
    <button type="button" aria-pressed={pressed} className={`${css.button} ${className ?? ''}`} {...rest} />
  );
}

/** A link that looks like a button. */
export function ButtonLink({ href, children }: { href: string; children: string }) {
  return (
    <a className={css.button} href={href}>
      {children}
    </a>
  );
}
