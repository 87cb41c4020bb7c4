import type { Settings } from '#shared/domain/settings.ts';
import type { Config } from './config.ts';

/**
 * The stored settings with everything that the configuration file sets: it wins at every start. `cloudAddress`: the address of the
 * sandbox when it is used, else null.
 */
export function configuredSettings(stored: Settings, config: Config, cloudAddress: string | null): Settings {
  const { schedule, timeZone, writeBack, writing, defaults, clearstory } = config;
  const configured = clearstory !== undefined && 'baseUrl' in clearstory ? clearstory.baseUrl : null;
  return {
    ...stored,
    schedule: {
      pushMinutes: schedule?.pushMinutes ?? stored.schedule.pushMinutes,
      pullMinutes: schedule?.pullMinutes ?? stored.schedule.pullMinutes,
    },
    timeZone: timeZone ?? stored.timeZone,
    clearstory: { baseUrl: cloudAddress ?? configured ?? stored.clearstory.baseUrl },
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

/** What the file says was chosen by the file, and stays so however often it is read. */
function configuredWriting(stored: Settings['writing'], configured: Config['writing']): Settings['writing'] {
  const mode = configured?.mode ?? stored.mode;
  const markers = configured?.markers ?? stored.markers;
  if (mode === stored.mode && markers === stored.markers) return stored;
  return { mode, markers, by: 'the configuration file', at: null };
}
