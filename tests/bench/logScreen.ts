import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import { systemChromium } from '../../resources/scripts/chromium.mjs';
import type { Figure } from './figure.ts';
import { serveHome } from './served.ts';
import { median, percentile } from './statistics.ts';

const mostRows = 60;
/** Pixels of one frame. The wheel: three rows, or 180 rows a second at 60 frames, more than anybody turns. Dragging: all rows are new. */
const steps = { wheel: 102, drag: 2_040 } as const;
/** While windows of rows are fetched the scroll is uneven: the first frames do not count. */
const warmUpFrames = 30;
const sizes = [
  { words: '1280 × 800', width: 1280, height: 800 },
  { words: '3840 × 2160', width: 3840, height: 2160 },
] as const;

/** What the Change Order Log does in a real browser, in the built application. */
export async function measureScreen(home: string, configFile: string, rounds: number): Promise<readonly Figure[]> {
  const served = await serveHome(home, configFile);
  try {
    const browser = await launch();
    try {
      return await measure(browser, served.url, rounds);
    } finally {
      await browser.close();
    }
  } finally {
    await served.close();
  }
}

/** The system's Chromium, as in the end-to-end tests. As root it runs only without its own sandbox. */
function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: systemChromium(),
    args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
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
    await scroll(page, steps.wheel, warmUpFrames);
    const before = await mainThreadMs(session);
    const wheel = await scroll(page, steps.wheel, rounds * 10);
    const work = ((await mainThreadMs(session)) - before) / wheel.frames.length;
    const drag = await scroll(page, steps.drag, rounds * 2);
    const rows = Math.max(wheel.rows, drag.rows);
    figures.push(
      figure(`screen ${words}: rows in the DOM`, rows, 'rows', mostRows, 'most at any moment of the scrolls'),
      figure(`screen ${words}: work in a frame, mean`, work, 'ms', null, 'by wheel; processor time of the main thread'),
      figure(`screen ${words}: frame by wheel, p95`, percentile(wheel.frames, 0.95), 'ms', null, frameWords(wheel)),
      figure(`screen ${words}: longest by wheel`, Math.max(...wheel.frames), 'ms', null, 'no graphics processor here'),
      figure(`screen ${words}: longest by dragging`, Math.max(...drag.frames), 'ms', null, frameWords(drag)),
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

type Scrolled = { readonly frames: readonly number[]; readonly rows: number };

function frameWords({ frames }: Scrolled): string {
  return `${frames.length} frames, median ${median(frames).toFixed(1)} ms`;
}

/** Scrolls so far in each frame, and times the frames; starts at the top. */
function scroll(page: Page, pixels: number, frames: number): Promise<Scrolled> {
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
        grid.scrollTop = (frame + 1) * pixels;
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

/** From another address until the rows that it asks for are on the page, in ms. */
async function timeFilters(page: Page, rounds: number): Promise<readonly number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const question = questions[round % questions.length] ?? '';
    times.push(
      await page.evaluate(
        (hash) =>
          new Promise<number>((resolve, reject) => {
            const grid = document.querySelector('[role=grid]');
            if (grid === null) throw new Error('The page has no grid');
            const tooLate = setTimeout(() => reject(new Error(`No answer to ${hash}`)), 10_000);
            const start = performance.now();
            // Busy while the rows of the question before are still shown.
            const watch = new MutationObserver(() => {
              if (grid.getAttribute('aria-busy') === 'true') return;
              watch.disconnect();
              clearTimeout(tooLate);
              resolve(performance.now() - start);
            });
            watch.observe(grid, { attributeFilter: ['aria-busy'] });
            location.hash = hash;
          }),
        `#/change-orders?${question}`,
      ),
    );
  }
  return times;
}
