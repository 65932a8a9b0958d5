// Measures the page in headless Chromium and prints one JSON line for each figure.
//
//   node tests/browser/bench.mjs [--seconds 10] [--query 'k=v&k2=v2']...
//
// Each --query is a page to measure while it plays, by its URL parameters; without one, the page as it opens.
//
//   usable_millis     from navigation until the application has started, the median of five openings
//   task_share        the share of one core that the page's main thread was busy (all tasks: script, style, layout,
//                     painting), not only script
//   frames_per_second as requestAnimationFrame saw them
//   longest_task_millis, tasks_over_50_millis   tasks long enough to be felt

import { parseArgs } from 'node:util';
import { openStage } from './harness.mjs';

const OPENINGS = 5;

const { values: asked } = parseArgs({
  options: {
    seconds: { type: 'string', default: '10' },
    query: { type: 'string', multiple: true, default: [''] },
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
  const taken = [];
  for (let i = 0; i < OPENINGS; i += 1) {
    const { page, close } = await stage.open();
    taken.push(await page.evaluate(() => globalThis.startedAtMillis));
    await close();
  }
  taken.sort((a, b) => a - b);
  report({ bench: 'page-open', usable_millis: round(taken[Math.floor(OPENINGS / 2)], 0) });
}

async function measurePlaying(query) {
  const { page, problems, close } = await stage.open(Object.fromEntries(new URLSearchParams(query)));
  const debugging = await page.context().newCDPSession(page);
  await debugging.send('Performance.enable');
  const busySeconds = async () => {
    const { metrics } = await debugging.send('Performance.getMetrics');
    return metrics.find((metric) => metric.name === 'TaskDuration').value;
  };
  await page.waitForTimeout(1000);
  await page.evaluate(() => {
    globalThis.longTasks = [];
    new PerformanceObserver((list) => globalThis.longTasks.push(...list.getEntries().map((entry) => entry.duration)))
      .observe({ type: 'longtask' });
  });
  const before = { busy: await busySeconds(), at: performance.now() };
  await page.waitForTimeout(millis);
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
    task_share: round(busy / seconds, 3),
    frames_per_second: round(frames, 1),
    longest_task_millis: round(Math.max(0, ...longTasks), 0),
    tasks_over_50_millis: longTasks.length,
    problems,
  });
  await close();
}

function round(value, digits) {
  return Number(value.toFixed(digits));
}
