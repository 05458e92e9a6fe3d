import { useEffect, useState } from 'react';
import css from './preview.module.css';
import type { Drawn } from './use-export.tsx';

/** What will be written, as the browser draws the very file, and what a person should know of it before. */
export function Preview(props: {
  picture: Drawn;
  target: { width: number; height: number };
  /** Whether the picture is meant for dark pages. */
  dark: boolean;
}) {
  const { picture, target } = props;
  const drawn = picture !== null && 'picture' in picture ? picture.picture : null;
  const address = useAddress(drawn?.svg ?? null);
  const foreign = drawn?.foreign ?? [];
  return (
    <figure className={css.preview} aria-label="Preview">
      {picture !== null && 'failure' in picture ? (
        <p role="alert">{picture.failure}.</p>
      ) : address === null ? (
        <p role="status">Drawing the preview …</p>
      ) : (
        <img
          className={css.picture}
          data-ground={props.dark ? 'dark' : 'light'}
          src={address}
          alt={`Preview: ${drawn?.poster.title ?? ''}`}
          style={{ aspectRatio: `${target.width} / ${target.height}` }}
        />
      )}
      <figcaption>
        {target.width} × {target.height} px
        {drawn?.poster.omitted.map((words) => (
          <span key={words} className={css.warning}>
            {words}
          </span>
        ))}
        {foreign.length > 0 && (
          <span className={css.warning}>
            Not in the built-in typeface, so drawn in one of this device: {foreign.slice(0, 20).join(' ')}
            {foreign.length > 20 && ` and ${foreign.length - 20} more`}
          </span>
        )}
      </figcaption>
    </figure>
  );
}

/** An address under which the text can be shown as a picture, as long as it is. */
function useAddress(svg: string | null): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (svg === null) return;
    const next = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    setAddress(next);
    return () => URL.revokeObjectURL(next);
  }, [svg]);
  return address;
}
