import { renderToStaticMarkup } from 'react-dom/server';
import { editionBefore, latestEdition } from '../domain/editions.ts';
import type { RadarIndex } from '../domain/radar-index.ts';
import { Legend } from '../features/explore/legend.tsx';
import { TrendList } from '../features/explore/trend-list.tsx';
import { usePicture } from '../features/explore/use-picture.ts';
import { RadarSvg } from '../scene/radar-svg.tsx';
import { trendLink } from '../state/view-state.ts';
import { Header } from './header.tsx';
import { ListHead } from './list-head.tsx';
import css from './radar-page.module.css';

/** The chart at 1920x1080, in px: there the first picture is the final one, names included. */
const FRAME = { width: 1260, height: 1022 };
const NOTHING = () => {};

/**
 * The page as it stands before any code has run: the build writes it into the HTML, so that blips and rows are
 * there with the first byte, and the application then takes their place without moving them.
 *
 * @returns markup for the element that the application is mounted in
 */
export function renderFirstPicture(index: RadarIndex): string {
  return renderToStaticMarkup(<FirstPicture index={index} />);
}

function FirstPicture({ index }: { index: RadarIndex }) {
  const edition = latestEdition(index.editions);
  const picture = usePicture(index, edition.id, FRAME, true, null);
  // The circle fills the frame by style, whatever its size; titles depend on the frame and wait for the code.
  const scene = {
    ...picture.scene,
    view: { x: -500, y: -500, width: 1000, height: 1000 },
    quadrantTitles: [],
  };
  return (
    <div className={css.page}>
      <Header
        index={index}
        edition={edition}
        shown={picture.shown.length}
        builtIn
        names
        showNames={NOTHING}
        showAll={null}
        showEdition={NOTHING}
        explain={NOTHING}
        copy={NOTHING}
        exportPicture={NOTHING}
        prepare={NOTHING}
        open={NOTHING}
      />
      <main className={css.main}>
        <h1 className="visually-hidden">{index.title}</h1>
        <div className={css.chart} data-chart="">
          <RadarSvg scene={scene} attributes={{ className: css.first }} />
        </div>
        <section className={css.list} aria-labelledby="list-title">
          <ListHead show={NOTHING} />
          <TrendList
            index={index}
            picture={picture}
            selected={null}
            linkTo={(trend) => trendLink(trend, '')}
            select={NOTHING}
            quadrant={null}
            showQuadrant={NOTHING}
          />
          <div className={css.legend}>
            <Legend
              since={editionBefore(index.editions, edition.id)}
              reported={picture.shown.some((trend) => trend.reported)}
            />
          </div>
        </section>
      </main>
    </div>
  );
}
