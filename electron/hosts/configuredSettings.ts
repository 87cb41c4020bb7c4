import type { Settings } from '#shared/domain/settings.ts';
import type { Config } from './config.ts';
import type { Practice } from './practice.ts';

/** Where the practice clouds are; null: they are not used. */
type Addresses = {
  readonly clearstory: Practice['clearstory'];
  readonly procore: Pick<NonNullable<Practice['procore']>, 'url' | 'companyId'> | null;
};

/**
 * The stored settings with everything that the configuration file sets: it wins at every start. `practice`: the sandboxes that are
 * used, else null.
 */
export function configuredSettings(stored: Settings, config: Config, practice: Addresses): Settings {
  const { schedule, timeZone, writeBack, writing, defaults, clearstory, procore } = config;
  const configured = clearstory !== undefined && 'baseUrl' in clearstory ? clearstory.baseUrl : null;
  return {
    ...stored,
    schedule: {
      pushMinutes: schedule?.pushMinutes ?? stored.schedule.pushMinutes,
      pullMinutes: schedule?.pullMinutes ?? stored.schedule.pullMinutes,
    },
    timeZone: timeZone ?? stored.timeZone,
    clearstory: { baseUrl: practice.clearstory?.url ?? configured ?? stored.clearstory.baseUrl },
    procore: { ...stored.procore, ...configuredProcore(procore, practice.procore) },
    writeBack: {
      labels: writeBack?.labels ?? stored.writeBack.labels,
      jobNumber: writeBack?.jobNumber ?? stored.writeBack.jobNumber,
    },
    writing: configuredWriting(stored.writing, writing),
    defaults: {
      phase: defaults?.phase ?? stored.defaults.phase,
      changeOrderType: defaults?.changeOrderType ?? stored.defaults.changeOrderType,
      numbering: defaults?.numbering ?? stored.defaults.numbering,
      statusMap: { ...stored.defaults.statusMap, ...defaults?.statusMap },
      template: defaults?.template ?? stored.defaults.template,
      primeCostCode: defaults?.primeCostCode ?? stored.defaults.primeCostCode,
      primeCostType: defaults?.primeCostType ?? stored.defaults.primeCostType,
    },
  };
}

function configuredProcore(
  configured: Config['procore'],
  practice: Addresses['procore'],
): Partial<Settings['procore']> {
  if (practice !== null) {
    return { environment: 'custom', loginBase: practice.url, apiBase: practice.url, companyId: practice.companyId };
  }
  if (configured === undefined || 'sandbox' in configured) return {};
  return 'environment' in configured ? configured : { environment: 'custom', ...configured };
}

/** What the file says was chosen by the file, and stays so however often it is read. */
function configuredWriting(stored: Settings['writing'], configured: Config['writing']): Settings['writing'] {
  const mode = configured?.mode ?? stored.mode;
  const markers = configured?.markers ?? stored.markers;
  if (mode === stored.mode && markers === stored.markers) return stored;
  return { mode, markers, by: 'the configuration file', at: null };
}
