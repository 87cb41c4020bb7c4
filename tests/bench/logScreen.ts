import { execFileSync } from 'node:child_process';
import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import type { Figure } from './figure.ts';
import { serveHome } from './served.ts';
import { median, percentile } from './statistics.ts';

const mostRows = 60;
/** Pixels of one frame of the scripted scroll: ten rows, or 600 rows a second at 60 frames, a hard fling of the wheel. */
const step = 340;
/** Windows of rows that have to be fetched while the scroll passes make it uneven; the first ones are on their way already. */
const warmUpFrames = 30;
const sizes = [
  { words: '1280 × 800', width: 1280, height: 800 },
  { words: '3840 × 2160', width: 3840, height: 2160 },
] as const;

/** What the Change Order Log does in a real browser, in the built application. */
export async function measureScreen(home: string, configFile: string, rounds: number): Promise<readonly Figure[]> {
  const served = await serveHome(home, configFile);
  const browser = await chromium.launch({
    executablePath: execFileSync('sh', ['-c', 'command -v chromium || command -v chromium-browser'], {
      encoding: 'utf8',
    }).trim(),
    args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  try {
    return await measure(browser, served.url, rounds);
  } finally {
    await browser.close();
    await served.close();
  }
}

async function measure(browser: Browser, url: string, rounds: number): Promise<readonly Figure[]> {
  const page = await browser.newPage({ viewport: { width: sizes[0].width, height: sizes[0].height } });
  await page.goto(url);
  await page.evaluate(() => {
    location.hash = '#/change-orders';
  });
  await page.locator('[role=grid] tbody tr[aria-busy=false]').first().waitFor();
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const figures: Figure[] = [];
  for (const { words, width, height } of sizes) {
    await page.setViewportSize({ width, height });
    await scroll(page, step, warmUpFrames);
    const before = await mainThreadMs(session);
    const { frames, rows } = await scroll(page, step, rounds * 10);
    const work = ((await mainThreadMs(session)) - before) / frames.length;
    figures.push(
      figure(`screen ${words}: rows in the DOM`, rows, 'rows', mostRows, 'most at any moment of the scroll'),
      figure(`screen ${words}: work in a frame, mean`, work, 'ms', null, 'processor time of the main thread'),
      figure(`screen ${words}: frame, p50`, median(frames), 'ms', null, `${frames.length} frames of scripted scroll`),
      figure(`screen ${words}: frame, p95`, percentile(frames, 0.95), 'ms', null),
      figure(`screen ${words}: longest frame`, Math.max(...frames), 'ms', null, 'drawn without a graphics processor'),
    );
  }
  await page.setViewportSize({ width: sizes[0].width, height: sizes[0].height });
  const answers = await timeFilters(page, rounds);
  const note = `${answers.length} changes of filter or order, from the change to the rows on the page`;
  figures.push(figure('screen: filter or sort, p50', median(answers), 'ms', null, note));
  figures.push(figure('screen: filter or sort, p95', percentile(answers, 0.95), 'ms', null));
  return figures;
}

function figure(name: string, value: number, unit: Figure['unit'], atMost: number | null, note = ''): Figure {
  return { bench: 'log', name, value, unit, target: atMost === null ? null : { atMost }, note };
}

/** Processor time that the page's main thread has spent on tasks so far. */
async function mainThreadMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  const seconds = metrics.find(({ name }) => name === 'TaskDuration')?.value;
  if (seconds === undefined) throw new Error('The browser does not say what its tasks took');
  return seconds * 1000;
}

/** Scrolls so far in each frame, and times the frames; starts at the top. */
function scroll(page: Page, pixels: number, frames: number): Promise<{ frames: number[]; rows: number }> {
  return page.evaluate(
    async ([pixels, frames]) => {
      const grid = document.querySelector('[role=grid]');
      if (grid === null) throw new Error('The page has no grid');
      const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
      grid.scrollTop = 0;
      await nextFrame();
      let last = await nextFrame();
      let rows = 0;
      const times: number[] = [];
      for (let frame = 0; frame < frames; frame += 1) {
        grid.scrollTop += pixels;
        const now = await nextFrame();
        times.push(now - last);
        last = now;
        rows = Math.max(rows, grid.querySelectorAll('tbody tr').length);
      }
      return { frames: times, rows };
    },
    [pixels, frames] as const,
  );
}

const questions = ['sage=failed', 'status=in_review', 'sort=requested', 'q=hvac', 'sort=-number', 'project=p7'];

/** From another address until no row of it is on its way, in ms. */
async function timeFilters(page: Page, rounds: number): Promise<readonly number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const question = questions[round % questions.length] ?? '';
    times.push(
      await page.evaluate(async (hash) => {
        const grid = () => document.querySelector('[role=grid]');
        const settled = () => grid()?.getAttribute('aria-busy') === 'false';
        const start = performance.now();
        location.hash = hash;
        const nextTask = () => new Promise((resolve) => setTimeout(resolve));
        while (settled()) {
          if (performance.now() - start > 5_000) throw new Error(`Nothing was asked for ${hash}`);
          await nextTask();
        }
        while (!settled()) await nextTask();
        return performance.now() - start;
      }, `#/change-orders?${question}`),
    );
  }
  return times;
}
