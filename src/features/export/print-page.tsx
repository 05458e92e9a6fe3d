import { useLayoutEffect } from 'react';
import { createPortal } from 'react-dom';
import type { Poster } from '../../scene/poster.ts';
import { PosterSvg } from '../../scene/poster-svg.tsx';
import css from './print-page.module.css';

const INCH = 96;

/**
 * Hands one page to the browser's print, and nothing else: text stays text and lines stay lines, so a PDF made there
 * is sharp at any size and can be searched.
 *
 * @param paper whether the size is that of a sheet at 300 dpi; else a px is a 96th of an inch
 * @param title what the browser offers as the file's name
 */
export function PrintPage(props: {
  poster: Poster;
  target: { width: number; height: number };
  paper: boolean;
  title: string;
  done: () => void;
}) {
  const { target, paper, title, done } = props;
  const scale = paper ? INCH / 300 : 1;
  const [width, height] = [target.width * scale, target.height * scale];

  useLayoutEffect(() => {
    const style = new CSSStyleSheet();
    style.replaceSync(`@page { size: ${width}px ${height}px; margin: 0 }`);
    const before = document.title;
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, style];
    document.documentElement.dataset.printing = 'page';
    document.title = title;
    const restore = () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== style);
      delete document.documentElement.dataset.printing;
      document.title = before;
    };
    window.addEventListener('afterprint', done, { once: true });
    // once this page has been laid out: some browsers print what was painted last
    const frame = requestAnimationFrame(() => window.print());
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('afterprint', done);
      restore();
    };
  }, [width, height, title, done]);

  return createPortal(
    <div className={css.page} data-print-page="">
      <PosterSvg poster={props.poster} width={width} height={height} />
    </div>,
    document.body,
  );
}
