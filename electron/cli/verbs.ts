import { backupVerbs } from './backupVerbs.ts';
import { certifyVerb } from './certify/certifyVerb.ts';
import { demoVerb } from './demo/demoVerb.ts';
import { doctorVerb } from './doctorVerb.ts';
import { enrolVerb } from './enrolVerb.ts';
import { sampleCompanyVerb } from './sampleCompanyVerb.ts';
import { serveVerb } from './serveVerb.ts';
import { statusVerb } from './statusVerb.ts';
import { supportVerb } from './supportVerb.ts';
import { syncVerbs } from './syncVerb.ts';
import { unattendedVerbs } from './unattended/unattendedVerbs.ts';
import type { Verb } from './verb.ts';

/** Everything that the command line can do, in the order of its help. */
export const verbs: readonly Verb[] = [
  demoVerb,
  serveVerb,
  ...unattendedVerbs,
  ...syncVerbs,
  statusVerb,
  doctorVerb,
  supportVerb,
  ...backupVerbs,
  enrolVerb,
  certifyVerb,
  sampleCompanyVerb,
];
