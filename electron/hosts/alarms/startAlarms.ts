import { succeed } from '#shared/domain/failure.ts';
import { watchAttention } from '../attentionWatch.ts';
import { attentionList } from '../companies/attentionList.ts';
import type { Companies } from '../companies/companies.ts';

/**
 * Watches what needs a person and which side is silent, and calls the heartbeat after each run of the timers, for as long as the timers
 * of this process run: whoever runs the engines sends. Out: what ends it.
 */
export function startAlarms(companies: Companies): () => void {
  const { alarms, clock, timerRuns, onChanged } = companies;
  const request = async () => succeed({ now: clock.now(), companies: await attentionList(companies) });
  const watch = watchAttention({ request, onChanged }, clock, (attention) => {
    if (!('failure' in attention)) void alarms.look(attention);
  });
  const stopHearing = timerRuns.on(() => void alarms.beat());
  return () => {
    watch.stop();
    stopHearing();
  };
}
