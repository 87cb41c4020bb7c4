import { type SettingLock, valueAt, withValueAt } from '#shared/domain/settingLocks.ts';
import type { Settings } from '#shared/domain/settings.ts';
import type { CompanyConfig } from './config.ts';
import type { Practice, Practised } from './practice.ts';
import { settingKeys, settingPath } from './settingKeys.ts';

/** Where the practice clouds are; null: they are not used. */
export type Addresses = {
  readonly clearstory: Practice['clearstory'];
  readonly procore: Pick<NonNullable<Practice['procore']>, 'url' | 'companyId'> | null;
};

/** One setting that stands above what is set on screen. */
export type SetValue = SettingLock & { readonly value: unknown };

/** The settings of one company that its part of the configuration file sets. */
export function valuesInFile(config: Partial<CompanyConfig>): readonly SetValue[] {
  return setValues('file', (key) => valueAt(config, key));
}

/** The settings that `read` knows by their keys; addresses of Procore imply that it is none of the known environments. */
export function setValues(by: SetValue['by'], read: (key: string) => unknown): readonly SetValue[] {
  const named = settingKeys.flatMap(({ key, scope }) => {
    const value = scope === 'settings' ? read(key) : undefined;
    return value === undefined ? [] : [{ key, path: settingPath(key), by, value }];
  });
  const custom = named.find(({ path }) => path === 'procore.loginBase');
  return custom === undefined ? named : [...named, { ...custom, path: 'procore.environment', value: 'custom' }];
}

/** The settings with these values in them. Who chose the way of writing is then said by what set it. */
export function withValues(stored: Settings, values: readonly SetValue[]): Settings {
  const all = values.reduce((settings, { path, value }) => withValueAt(settings, path, value), stored);
  const { mode, markers } = all.writing;
  if (mode === stored.writing.mode && markers === stored.writing.markers) return all;
  const organisation = values.some(({ path, by }) => path.startsWith('writing.') && by === 'organisation');
  const by = organisation ? 'the organisation’s policy' : 'the configuration file';
  return { ...all, writing: { mode, markers, by, at: null } };
}

/** The stored settings with the addresses of the practice clouds that this run has started. */
export function withPracticeAddresses(stored: Settings, { clearstory, procore }: Addresses): Settings {
  return {
    ...stored,
    clearstory: { baseUrl: clearstory?.url ?? stored.clearstory.baseUrl },
    procore:
      procore === null
        ? stored.procore
        : {
            ...stored.procore,
            environment: 'custom',
            loginBase: procore.url,
            apiBase: procore.url,
            companyId: procore.companyId,
          },
  };
}

/** Which of these values hold for a company that practises: its clouds stay the practice ones. */
export function besidePractice(values: readonly SetValue[], { clearstory, procore }: Practised): readonly SetValue[] {
  return values.filter(
    ({ key }) => !(clearstory && key.startsWith('clearstory.')) && !(procore && key.startsWith('procore.')),
  );
}
