import { type NetworkSettings, networkProblem } from '#shared/domain/network/settings.ts';

/** What stands in the form: hosts without the proxy as one line of text, and the password as it is typed. */
export type NetworkDraft = Omit<NetworkSettings, 'bypass'> & { readonly bypass: string; readonly password: string };

export function draftOf(settings: NetworkSettings): NetworkDraft {
  return { ...settings, bypass: settings.bypass.join(', '), password: '' };
}

export function settingsOf({ password: _, bypass, ...others }: NetworkDraft): NetworkSettings {
  const hosts = bypass.split(/[,;\s]+/).filter((host) => host !== '');
  const { proxy, pac, user } = others;
  return { ...others, proxy: proxy.trim(), pac: pac.trim(), user: user.trim(), bypass: hosts };
}

/** Why the draft cannot be saved, by its field; null: it can. */
export function problemOf(draft: NetworkDraft): ReturnType<typeof networkProblem> {
  return networkProblem(settingsOf(draft));
}
