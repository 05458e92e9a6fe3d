import type { Trend } from '../../domain/radar.ts';
import css from './about.module.css';
import { LazyDescription } from './lazy-description.tsx';
import { Section } from './section.tsx';

/** What is told of a trend beside its evidence: a description, tags, and where more is to be read. */
export function About({ trend }: { trend: Pick<Trend, 'description' | 'tags' | 'links'> }) {
  const { description, tags = [], links = [] } = trend;
  return (
    <>
      {description !== undefined && (
        <Section id="description" title="Description">
          <LazyDescription markdown={description} />
        </Section>
      )}
      {tags.length > 0 && (
        <Section id="tags" title="Tags" count={tags.length}>
          <ul className={css.tags}>
            {[...new Set(tags)].map((tag) => (
              <li key={tag}>{tag}</li>
            ))}
          </ul>
        </Section>
      )}
      {links.length > 0 && (
        <Section id="links" title="Links" count={links.length}>
          <ul className={css.links}>
            {links.map(({ title, url }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same address may stand there twice, and the order is fixed
              <li key={at}>
                <a href={url} target="_blank" rel="noopener noreferrer nofollow">
                  {title ?? url}
                </a>
                {title !== undefined && <p>{url}</p>}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
