import type { Box } from '../../src/layout/box.ts';
import { boxesTouch } from '../../src/layout/box.ts';
import { measureText } from '../../src/layout/measure-text.ts';
import type { Poster } from '../../src/scene/poster.ts';
import type { TextShape } from '../../src/scene/shapes.ts';

/** The box that the letters of a line fill, from capitals to descenders, in the unit of the line. */
export function textBox({
  text,
  x,
  baseline,
  size,
  weight,
  anchor,
  spacing = 0,
}: TextShape & { spacing?: number }): Box {
  const width = measureText(text, size, weight) + spacing * text.length;
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { x: left, y: baseline - size * 0.74, width, height: size * 0.96 };
}

/** Faults of a poster's texts in words: those that leave the page, and pairs that lie over one another. */
export function findTextFaults(poster: Poster): string[] {
  const texts = poster.texts.map((shape) => ({ text: shape.text, box: textBox(shape) }));
  const outside = texts
    .filter(
      ({ box }) =>
        box.x < -0.5 ||
        box.y < -0.5 ||
        box.x + box.width > poster.width + 0.5 ||
        box.y + box.height > poster.height + 0.5,
    )
    .map(({ text }) => `"${text}" leaves the page`);
  const over = texts.flatMap((one, at) =>
    texts
      .slice(at + 1)
      .filter((other) => boxesTouch(one.box, other.box, -0.5, -0.5))
      .map((other) => `"${one.text}" and "${other.text}" lie over one another`),
  );
  return [...outside, ...over];
}
