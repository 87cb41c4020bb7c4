import { join } from 'node:path';
import { getConfig, validateConfiguration } from 'app-builder-lib/out/util/config/config.js';
import { DebugLogger } from 'builder-util';
import type { Configuration } from 'electron-builder';
import { root } from './project.ts';

/** electron-builder.yml as electron-builder reads it. */
export const configuration: Configuration = await getConfig(root, join(root, 'electron-builder.yml'), null);

/** Rejects with electron-builder's own words when a configuration is not as its schema says. */
export function validated(one: unknown): Promise<void> {
  return validateConfiguration(one as Configuration, new DebugLogger(false));
}
