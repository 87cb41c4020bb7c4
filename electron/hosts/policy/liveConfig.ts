import type { Config } from '../config.ts';
import { governedConfig } from './governed.ts';
import type { Policy } from './policy.ts';
import type { PolicyWatch } from './watchPolicy.ts';

/** The configuration with what the policy sets for the installation, as it is now: for settings that count from the next use on. */
export function liveConfig(config: Config, policy: Pick<PolicyWatch, 'current'>): () => Config {
  let made: { readonly of: Policy; readonly config: Config } | null = null;
  return () => {
    const of = policy.current();
    if (made?.of !== of) made = { of, config: governedConfig(config, of).config };
    return made.config;
  };
}
