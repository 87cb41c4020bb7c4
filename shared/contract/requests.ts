import type { z } from 'zod';
import { certificateChannels } from './certificates.ts';
import { certificationChannels } from './certification.ts';
import { changeOrderChannels } from './changeOrders.ts';
import type { Channel } from './channel.ts';
import { doubtChannels } from './doubts.ts';
import { handEntryChannels } from './handEntry.ts';
import { homeChannels } from './home.ts';
import { procoreChannels } from './procore.ts';
import { projectChannels } from './projects.ts';
import { proofChannels } from './proofs.ts';
import { queueChannels } from './queue.ts';
import { reconcileChannels } from './reconcile.ts';
import { settingsChannels } from './settings.ts';
import { wizardChannels } from './wizard.ts';

/** Every request that a screen can make of the engine. Nothing else crosses, and no channel takes SQL, a path or a URL to open. */
export const requests = {
  ...homeChannels,
  ...projectChannels,
  ...changeOrderChannels,
  ...wizardChannels,
  ...queueChannels,
  ...procoreChannels,
  ...reconcileChannels,
  ...handEntryChannels,
  ...doubtChannels,
  ...proofChannels,
  ...settingsChannels,
  ...certificationChannels,
  ...certificateChannels,
} as const satisfies Record<string, Channel>;

export type ChannelName = keyof typeof requests;
export type RequestOf<C extends ChannelName> = z.infer<(typeof requests)[C]['request']>;
export type ResponseOf<C extends ChannelName> = z.infer<(typeof requests)[C]['response']>;
