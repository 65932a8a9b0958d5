// What every browser test, screenshot and benchmark stands on: the site, a browser, and pages that watch themselves.
//
// Environment:
//   CHROME     the browser's program (otherwise /usr/bin/chromium)
//   SITE_URL   a site that is served already, e.g. http://localhost:8080/
//   SITE_DIR   the folder of a built site, which is served on a free port (otherwise dist/)
//
// A test reads:
//
//   const stage = suite();
//   test('commits rise', async () => {
//     const { page } = await stage.open({ lang: 'ja', scenario: 'one-write' }, { width: 375 });
//     …
//   });
//
// After each test the pages it opened are closed, and it fails if one of them logged an error, threw, failed to load
// something or asked another host for anything.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, afterEach, before } from 'node:test';
import { chromium } from 'playwright-core';
import { serve } from './server.mjs';

/** The languages of the page, as its `lang` parameter names them. */
export const LANGUAGES = ['en', 'ja', 'ko', 'zh'];

/** The themes of the page, as its `theme` parameter names them. */
export const THEMES = ['dark', 'light'];

/** Window sizes of a desk, a tablet, a phone and the narrowest window promised, in CSS pixels. */
export const SIZES = [
  { width: 1440, height: 900 },
  { width: 768, height: 1024 },
  { width: 375, height: 812 },
  { width: 320, height: 640 },
];

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

const DIST = process.env.SITE_DIR ? resolve(process.env.SITE_DIR) : fileURLToPath(new URL('../../dist', import.meta.url));
const START_LIMIT_MILLIS = 20_000;

/**
 * The site under test: the one that SITE_URL names, else the folder SITE_DIR or `dist/` on a free port.
 *
 * @returns {Promise<{url: string, close: () => Promise<void>}>}
 */
export async function openSite() {
  const given = process.env.SITE_URL;
  if (given) return { url: new URL('./', given).href, close: async () => {} };
  if (!existsSync(`${DIST}/index.html`)) {
    throw new Error(`There is no site in ${DIST}: build it by \`cargo xtask site\`, or name one by SITE_URL or SITE_DIR.`);
  }
  return serve(DIST);
}

/** A headless browser. @returns {Promise<import('playwright-core').Browser>} */
export function launch() {
  return chromium.launch({ executablePath: process.env.CHROME || '/usr/bin/chromium', args: FLAGS });
}

/**
 * A browser with the site, outside of any test.
 *
 * @returns {Promise<{open: typeof openPage, close: () => Promise<void>}>} `open(params, options)` as {@link openPage}
 */
export async function openStage() {
  const site = await openSite();
  const browser = await launch();
  return {
    url: site.url,
    open: (params, options) => openPage(browser, site.url, params, options),
    close: async () => {
      await browser.close();
      await site.close();
    },
  };
}

/**
 * Opens the page in a window of its own and waits until the application has started.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {string} siteUrl
 * @param {Record<string, string>} [params] the page's URL parameters, e.g. `{ lang: 'ja', theme: 'light' }`
 * @param {object} [options]
 * @param {number} [options.width] window width in CSS pixels (1440)
 * @param {number} [options.height] window height in CSS pixels (900)
 * @param {boolean} [options.touch] whether it is a touch screen
 * @param {'light' | 'dark'} [options.colorScheme] the system's preference (dark)
 * @param {boolean} [options.reducedMotion] the system's preference (false)
 * @param {string} [options.locale] the browser's language (en-US)
 * @param {boolean} [options.forcedColors] the system's own colours only (false)
 * @param {boolean} [options.wait] wait for the application to start (true)
 * @returns {Promise<{page: import('playwright-core').Page, problems: string[], close: () => Promise<void>}>}
 *   `problems` grows by one sentence for each error the page logs, throws or meets while loading
 */
export async function openPage(browser, siteUrl, params = {}, options = {}) {
  const { width = 1440, height = 900, touch = false, colorScheme = 'dark', reducedMotion = false, wait = true } = options;
  const { locale = 'en-US', forcedColors = false } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    hasTouch: touch,
    colorScheme,
    reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
    forcedColors: forcedColors ? 'active' : 'none',
    locale,
  });
  const page = await context.newPage();
  const problems = watch(page, siteUrl);
  // An application that throws while it starts is not waited for any longer.
  const failing = new Promise((_, reject) => { page.once('pageerror', reject); });
  failing.catch(() => {});
  // The page puts its interface on the window once it stands there, which is after `main` has run if a language had to
  // be loaded first.
  await page.addInitScript(() => {
    let offered;
    Object.defineProperty(globalThis, 'auroraScope', {
      configurable: true,
      get: () => offered,
      set: (value) => {
        offered = value;
        globalThis.startedAtMillis = performance.now();
      },
    });
  });
  await page.goto(`${siteUrl}?${new URLSearchParams(params)}`);
  if (wait) {
    const started = page.waitForFunction(() => globalThis.startedAtMillis !== undefined, undefined, { timeout: START_LIMIT_MILLIS });
    await Promise.race([started, failing])
      .catch(() => { throw new Error(['The application did not start.', ...problems].join('\n  ')); });
    await nextFrames(page, 2);
  }
  return { page, problems, close: () => context.close() };
}

function watch(page, siteUrl) {
  const problems = [];
  const home = new URL(siteUrl).origin;
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console error: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.stack || error}`));
  page.on('requestfailed', (request) => {
    // A request given up because the page was closed is nobody's fault.
    const why = request.failure()?.errorText;
    if (why !== 'net::ERR_ABORTED') problems.push(`request failed: ${request.url()} (${why})`);
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (/^(http|ws)s?:$/.test(url.protocol) && url.origin !== home) problems.push(`asked another host: ${url.href}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`status ${response.status()}: ${response.url()}`);
  });
  return problems;
}

/** Waits until the browser has drawn so many frames. */
export function nextFrames(page, count) {
  return page.evaluate(async (frames) => {
    for (let i = 0; i < frames; i += 1) await new Promise(requestAnimationFrame);
  }, count);
}

/**
 * A stage for the tests of one file. Call it once, at the top.
 *
 * @returns {{open: (params?: Record<string, string>, options?: object) => ReturnType<typeof openPage>}}
 */
export function suite() {
  let stage;
  let opened = [];
  before(async () => { stage = await openStage(); });
  after(async () => { await stage?.close(); });
  afterEach(async () => {
    const visits = opened;
    opened = [];
    for (const visit of visits) await visit.close();
    assert.deepEqual(visits.flatMap((visit) => visit.problems), [], 'the page met problems');
  });
  return {
    async open(params, options) {
      const visit = await stage.open(params, options);
      opened.push(visit);
      return visit;
    },
  };
}

const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds wrong with the page as it is now.
 *
 * @param {import('playwright-core').Page} page
 * @param {string[]} [impacts] how bad a finding must be to count
 * @returns {Promise<string[]>} one sentence for each rule and element
 */
export async function axeFindings(page, impacts = ['serious', 'critical']) {
  // Through the debugger rather than a script element, so that the page's content security policy has no say.
  await page.evaluate(await axeSource);
  const results = await page.evaluate(() => globalThis.axe.run());
  return results.violations
    .filter((violation) => impacts.includes(violation.impact))
    .flatMap(({ id, impact, help, nodes }) => nodes.map((node) => `${impact} ${id}: ${help}: ${node.target.join(' ')}`));
}

/**
 * How far the page reaches beyond the right edge of its window.
 *
 * @param {import('playwright-core').Page} page
 * @returns {Promise<number>} CSS pixels, 0 when it fits
 */
export async function overflowPixels(page) {
  // What follows the size of its place does so with the next frame.
  await nextFrames(page, 2);
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth));
}

/**
 * The page's own figures, as `window.auroraScope` gives them.
 *
 * @param {import('playwright-core').Page} page
 * @returns {Promise<Record<string, any>>}
 */
export function status(page) {
  return page.evaluate(() => globalThis.auroraScope.status());
}

/**
 * Waits until the page's figures are as they should be.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} what what is waited for, for the message when it does not come
 * @param {(figures: Record<string, any>) => boolean} holds
 * @param {number} [limitMillis]
 * @returns {Promise<Record<string, any>>} the figures as they were then
 */
export async function statusWhen(page, what, holds, limitMillis = 20_000) {
  const end = performance.now() + limitMillis;
  for (;;) {
    const figures = await status(page);
    if (holds(figures)) return figures;
    if (performance.now() > end) throw new Error(`This did not come within ${limitMillis} ms: ${what}\n${JSON.stringify(figures)}`);
    await page.waitForTimeout(40);
  }
}
