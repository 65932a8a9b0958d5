// Measures the page in headless Chromium and prints one JSON line for each figure.
//
//   node tests/browser/bench.mjs [--seconds 10] [--query 'k=v&k2=v2']...
//
// Each --query is a page to measure while it plays, by its URL parameters; without one, a busy cluster (about 200 messages
// in flight), a crowd (about 5,000), a volume of 13,108 protection groups (128 TiB), and the Regions of a global database
// at a speed at which redo can be followed with the eye. What is aimed at stands beside each figure, as `aim`.
//
//   usable_millis     from navigation until the page takes commands, the median of five openings
//   painted_millis    from navigation until its first contents are painted, the same
//   in_flight         messages on their way, the mean of what was seen while it played
//   task_share        the share of one core that the page's main thread was busy (all tasks: script, style, layout,
//                     painting), not only script; processor time, so that a machine busy with other things does not count
//   frames_per_second as requestAnimationFrame saw them
//   longest_task_millis, tasks_over_50_millis   tasks long enough to be felt

import { parseArgs } from 'node:util';
import { openStage, status, statusWhen } from './harness.mjs';

const OPENINGS = 5;
/** Simulated time before a page is measured, and how many places of the speed slider faster it passes until then. */
const WARM_MICROS = 50_000;
const FASTER_PLACES = 30;
const BUSY = 'scenario=busy';
const CROWD = 'scenario=crowd';
const VOLUME = 'scenario=volume';
const REGIONS = 'scenario=region-outage&speed=1/20';
/** What is aimed at. No task of a page that plays may be long enough to be felt. */
const AIMS = {
  open: { usable_millis: 'at most 400' },
  [BUSY]: { task_share: 'below 0.15', longest_task_millis: 'at most 50' },
  [CROWD]: { frames_per_second: 'at least 58', longest_task_millis: 'at most 50' },
  [VOLUME]: { frames_per_second: 'at least 58', longest_task_millis: 'at most 50' },
  [REGIONS]: { frames_per_second: 'at least 58', longest_task_millis: 'at most 50' },
};

const { values: asked } = parseArgs({
  options: {
    seconds: { type: 'string', default: '10' },
    query: { type: 'string', multiple: true, default: [BUSY, CROWD, VOLUME, REGIONS] },
  },
});
const millis = Number(asked.seconds) * 1000;

const stage = await openStage();
try {
  await measureOpening();
  for (const query of asked.query) await measurePlaying(query);
} finally {
  await stage.close();
}

function report(figures) {
  console.log(JSON.stringify(figures));
}

async function measureOpening() {
  const taken = { usable: [], painted: [] };
  for (let i = 0; i < OPENINGS; i += 1) {
    const { page, close } = await stage.open();
    await page.waitForTimeout(200);
    const { usable, painted } = await page.evaluate(() => ({
      usable: globalThis.startedAtMillis,
      painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
    }));
    taken.usable.push(usable);
    taken.painted.push(painted ?? Number.NaN);
    await close();
  }
  const median = (millis) => round(millis.toSorted((a, b) => a - b)[Math.floor(OPENINGS / 2)], 0);
  report({ bench: 'page-open', usable_millis: median(taken.usable), painted_millis: median(taken.painted), aim: AIMS.open });
}

async function measurePlaying(query) {
  const { page, problems, close } = await stage.open(Object.fromEntries(new URLSearchParams(query)));
  const debugging = await page.context().newCDPSession(page);
  await debugging.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busySeconds = async () => {
    const { metrics } = await debugging.send('Performance.getMetrics');
    return metrics.find((metric) => metric.name === 'TaskDuration').value;
  };
  await warmUp(page);
  await page.evaluate(() => {
    globalThis.longTasks = [];
    new PerformanceObserver((list) => globalThis.longTasks.push(...list.getEntries().map((entry) => entry.duration)))
      .observe({ type: 'longtask' });
  });
  const before = { busy: await busySeconds(), at: performance.now() };
  const flights = [];
  while (performance.now() - before.at < millis) {
    await page.waitForTimeout(500);
    flights.push((await status(page)).in_flight);
  }
  const busy = (await busySeconds()) - before.busy;
  const seconds = (performance.now() - before.at) / 1000;
  // Frames are counted in a stretch of their own, since counting them makes frames.
  const frames = await page.evaluate(async (stretch) => {
    const start = performance.now();
    let count = 0;
    while (performance.now() - start < stretch) {
      await new Promise(requestAnimationFrame);
      count += 1;
    }
    return (count * 1000) / (performance.now() - start);
  }, millis / 2);
  const longTasks = await page.evaluate(() => globalThis.longTasks);
  report({
    bench: 'page-play',
    query,
    in_flight: round(flights.reduce((sum, count) => sum + count, 0) / flights.length, 0),
    task_share: round(busy / seconds, 3),
    frames_per_second: round(frames, 1),
    longest_task_millis: round(Math.max(0, ...longTasks), 0),
    tasks_over_50_millis: longTasks.length,
    problems,
    aim: AIMS[query],
  });
  await close();
}

/** Lets the run come to its full load, fast, and then go on as slowly as before. */
async function warmUp(page) {
  const slider = page.locator('#speed');
  const calm = await slider.inputValue();
  await slider.fill(String(Number(calm) + FASTER_PLACES));
  await statusWhen(page, 'a full load', (now) => now.time_micros > WARM_MICROS, 60_000);
  await slider.fill(calm);
  await page.waitForTimeout(1000);
}

function round(value, digits) {
  return Number(value.toFixed(digits));
}
