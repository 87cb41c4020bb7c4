import { type ReleaseNews, readReleaseFile } from '#shared/domain/releaseNews.ts';
import { callOnce, type HttpTools } from '../../clouds/http.ts';
import type { Logger } from '../../engine/ports/runtime.ts';

export type ReleaseOptions = HttpTools & {
  readonly logger: Logger;
  readonly version: string;
  /** Where the file is; null: nobody asks. Read anew each time. */
  readonly address: () => string | null;
  /** Told when there is something new to say. */
  readonly onNews: () => void;
};

/** Announces a newer version. Never downloads one. */
export type ReleaseCheck = {
  readonly news: () => { readonly newer: ReleaseNews | null; readonly checkedAt: string | null };
  readonly start: () => void;
  readonly stop: () => void;
};

const minute = 60_000;
/** After the start everything else comes first; and fifty computers that are switched on at seven do not ask in the same minute. */
const firstAfter = { leastMs: 2 * minute, spreadMs: 30 * minute };
const nextAfter = { leastMs: 23 * 60 * minute, spreadMs: 120 * minute };

/** Asks once a day. What goes wrong is no matter for anybody: it stands in the log, and what was known stays. */
export function createReleaseCheck(options: ReleaseOptions): ReleaseCheck {
  const { clock, random, logger, version, address, onNews } = options;
  let newer: ReleaseNews | null = null;
  let checkedAt: string | null = null;
  let cancel: () => void = () => undefined;

  const plan = ({ leastMs, spreadMs }: typeof firstAfter) => {
    cancel = clock.after(leastMs + Math.floor(spreadMs * random.fraction()), () => {
      plan(nextAfter);
      void check();
    });
  };

  async function check(): Promise<void> {
    const url = address();
    if (url === null) {
      newer = null;
      return;
    }
    const outcome = await callOnce(options, { method: 'GET', url, headers: { Accept: 'application/json' } });
    const found = outcome.ok && outcome.reply.status === 200 ? readReleaseFile(outcome.reply.text, version) : null;
    const wrong = outcome.ok
      ? outcome.reply.status === 200
        ? null
        : `HTTP ${outcome.reply.status}`
      : outcome.trouble.detail;
    if (wrong !== null || found === 'unreadable') {
      logger.info('release.notChecked', { why: wrong ?? 'unreadable' });
      return;
    }
    checkedAt = clock.now();
    const isNews = found?.version !== newer?.version;
    newer = found;
    if (isNews) onNews();
  }

  return {
    news: () => ({ newer, checkedAt }),
    start: () => plan(firstAfter),
    stop: () => cancel(),
  };
}
