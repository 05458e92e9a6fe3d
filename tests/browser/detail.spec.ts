import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { blip, openRadar, panel, radarFile, row, SIZES, serve } from './page.ts';

test('a click opens the whole argument of a trend', async ({ page }) => {
  await openRadar(page);
  await blip(page, 'quantization').locator('[data-disc]').click();
  await expect(page).toHaveURL(/\?trend=quantization$/);
  const article = panel(page);
  await expect(article.getByRole('heading', { level: 2 })).toContainText('Quantization');
  await expect(article.getByRole('list', { name: 'Where it stands' })).toHaveText(/Deployment.*Adopt/);
  await expect(article).toContainText('No change since 2024-11 (retrospective)');
  await expect(article.getByRole('heading', { name: 'Why Adopt' })).toBeVisible();
  await expect(article).toContainText(/Strong evidence.*Adopt is earned/);
  await expect(article).toContainText(/2024-11 \(retrospective\): Adopt, strong evidence by then\./);
  await expect(article).toContainText('A retrospective edition was made after its date');
  await expect(article).toContainText(/\d verified · \d derived · \d assumptions?/);

  const evidence = article.getByRole('region', { name: /^Evidence/ });
  const supporting = evidence.locator('[data-stance="supports"] li');
  const limiting = evidence.locator('[data-stance="limits"] li');
  expect(await supporting.count()).toBeGreaterThan(0);
  expect(await limiting.count()).toBeGreaterThan(0);
  for (const fact of [...(await supporting.all()), ...(await limiting.all())]) {
    await expect(fact).toContainText(/Verified|Derived|Assumption/);
    await expect(fact).toContainText(/Benchmark|Production use|Theory|Tooling|Incident|Standard|Survey/);
    await expect(fact).toContainText(/\b(19|20)\d\d\b/);
    if ((await fact.textContent())?.includes('Benchmark'))
      await expect(fact).toContainText(/measured (by its authors|by the vendor|independently)/);
    await expect(fact.getByRole('link')).toHaveAttribute('href', /^https?:\/\//);
    await expect(fact.getByRole('link')).toHaveAttribute('rel', 'noopener noreferrer');
  }
  await expect(article.getByRole('region', { name: /^Tradeoffs/ })).toContainText(
    /Gain.*Cost.*The cost dominates when/s,
  );
  const modes = article.getByRole('region', { name: /^Failure modes/ });
  await expect(modes).toContainText(/Symptom.*Cause.*Detection.*Mitigation/s);
  await expect(modes.getByText('Silent', { exact: true }).first()).toBeVisible();
  await expect(modes.getByText('High severity').first()).toBeVisible();
  const fit = article.getByRole('region', { name: /^Fit/ });
  await expect(fit).toContainText(/Fits.*Avoid when/s);
  await expect(fit.getByText('Memory-limited:')).toBeVisible();
  await fit.getByText('What the conditions mean').click();
  await expect(fit.getByText('Model and working memory must fit one modest GPU or less.')).toBeVisible();
  for (const part of ['Tooling', 'Milestones', 'What the articles claim']) {
    await article.locator('summary', { hasText: part }).click();
  }
  await expect(article.locator('#milestones li').first()).toContainText(/\b(19|20)\d\d\b/);
  await expect(article.locator('#articles')).toContainText('claims, not evidence');
  await article.getByText('What the grades mean').click();
  await expect(article).toContainText('The cited source itself was read and supports the claim.');
  await article.getByText('How this is judged').click();
  await expect(article).toContainText('from two or more independent organisations');
});

test('a trend whose ring is not earned says which part is missing', async ({ page }) => {
  const fact = { kind: 'survey', stance: 'supports', date: '2026', source: 'page', grade: 'assumption' };
  const trends = [
    {
      id: 'bold',
      name: 'Bold',
      quadrant: 'one',
      ring: 'adopt',
      facts: [{ id: 'one', claim: 'So it is.', ...fact }],
    },
    { id: 'bare', name: 'Bare', quadrant: 'one', ring: 'adopt' },
  ];
  const sources = [{ id: 'page', title: 'A page', year: 2026, url: 'https://example.org/' }];
  await serve(page, 'bold.radar.json', radarFile(trends, { sources }));
  await openRadar(page, '?radar=bold.radar.json');
  await expect(row(page, 'bold')).toContainText('not earned');
  // Where nothing is recorded, a sign on each row would say nothing.
  await expect(row(page, 'bare')).not.toContainText('not earned');
  await row(page, 'bold').click();
  await expect(panel(page)).toContainText('adopt is not earned');
  await expect(panel(page)).toContainText('Missing for adopt: strong evidence');
});

test('a link to what a placement rests on leads to that fact or milestone', async ({ page }) => {
  await openRadar(page, '?trend=transformers');
  const verdict = panel(page).getByRole('region', { name: 'Verdict' });
  await verdict
    .getByRole('link', { name: /^fact \d/ })
    .first()
    .click();
  await expect(panel(page).locator('li:target')).toBeInViewport();
});

test('a relation is shown on both trends, each the right way round', async ({ page }) => {
  await openRadar(page, '?trend=sparse-attention');
  const related = panel(page).getByRole('region', { name: /^Related trends/ });
  const tie = related.getByRole('listitem').filter({ hasText: 'Transformers' });
  await expect(tie.first()).toContainText('Requires');
  await tie.getByRole('link', { name: 'Transformers', exact: true }).click();
  await expect(panel(page).getByRole('heading', { level: 2 })).toContainText('Transformers');
  await expect(related.getByRole('listitem').filter({ hasText: 'Sparse attention' })).toContainText(
    'Required by',
  );
});

test('Back and Forward walk through what was opened, and a link restores it', async ({ page }) => {
  await openRadar(page);
  await blip(page, 'gans').locator('[data-disc]').click();
  await panel(page).getByRole('link', { name: 'Diffusion models', exact: true }).click();
  await expect(panel(page).getByRole('heading', { level: 2 })).toContainText('Diffusion models');
  await page.goBack();
  await expect(panel(page).getByRole('heading', { level: 2 })).toContainText('GANs');
  await page.goBack();
  await expect(panel(page)).toBeHidden();
  await page.goForward();
  await expect(panel(page).getByRole('heading', { level: 2 })).toContainText('GANs');

  await openRadar(page, '?trend=pruning');
  await expect(panel(page).getByRole('heading', { level: 2 })).toContainText('Pruning');
  await expect(page).toHaveTitle(/^Pruning/);
});

test('selecting dims what is not related, and moves nothing', async ({ page }) => {
  await openRadar(page);
  const before = await blip(page, 'gans').boundingBox();
  await blip(page, 'quantization').locator('[data-disc]').click();
  await expect(blip(page, 'gans')).toHaveAttribute('opacity', /0\.\d+/);
  await expect(blip(page, 'pruning')).not.toHaveAttribute('opacity');
  await expect(blip(page, 'quantization')).not.toHaveAttribute('opacity');
  expect(await blip(page, 'gans').boundingBox()).toEqual(before);
});

test('the evidence is fetched ahead when a blip is hovered', async ({ page }) => {
  await openRadar(page);
  const fetched = page.waitForRequest(/data\/trends\/gans\.json/);
  await blip(page, 'gans').locator('[data-disc]').hover();
  await fetched;
});

test('evidence that cannot be loaded says so, names the address, and can be tried again', async ({
  page,
}) => {
  await page.route('**/data/trends/gans.json', (route) => route.abort());
  await openRadar(page, '?trend=gans');
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('The evidence for this trend could not be loaded');
  await expect(alert).toContainText('data/trends/gans.json');
  await expect(panel(page).getByRole('heading', { name: 'GANs' })).toBeVisible();
  await page.unroute('**/data/trends/gans.json');
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(panel(page).getByRole('region', { name: /^Evidence/ })).toBeVisible();
});

test('a link to a trend that is not there says so and offers near ones', async ({ page }) => {
  await openRadar(page, '?trend=federated-analytics');
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('There is no trend “federated-analytics”');
  await expect(alert.getByRole('link', { name: 'Federated learning' })).toBeVisible();
  await alert.getByRole('button', { name: 'Show all trends' }).click();
  await expect(alert).toBeHidden();
});

for (const [size, viewport] of Object.entries(SIZES)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`an open trend gives axe nothing to find, ${size}, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(viewport);
      await openRadar(page, '?trend=quantization');
      await expect(panel(page).getByRole('region', { name: /^Evidence/ })).toBeVisible();
      expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([]);
    });
  }
}

test('every trend of the built-in radar opens with facts, tradeoffs and failure modes', async ({ page }) => {
  await openRadar(page);
  const ids = await page
    .locator('[data-row]')
    .evaluateAll((rows) => rows.map((one) => one.getAttribute('data-row') ?? ''));
  expect(ids).toHaveLength(46);
  await row(page, ids[0] ?? '').click();
  for (let at = 0; at < ids.length; at++) {
    await expect(page).toHaveURL(new RegExp(`trend=${ids[at]}$`));
    for (const part of ['Evidence', 'Tradeoffs', 'Failure modes', 'Fit', 'Related trends']) {
      await expect(panel(page).getByRole('region', { name: new RegExp(`^${part}`) })).toBeVisible();
    }
    if (at < ids.length - 1) await panel(page).getByRole('button', { name: 'Next trend' }).click();
  }
  await expect(panel(page).getByRole('button', { name: 'Next trend' })).toBeDisabled();
});
