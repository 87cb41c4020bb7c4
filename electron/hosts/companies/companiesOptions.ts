import type { CompanyId } from '#shared/domain/company.ts';
import type { Clock } from '../../engine/ports/runtime.ts';
import type { CompositionOptions } from '../composition.ts';
import type { Config } from '../config.ts';
import type { NetworkStack } from '../network/stack.ts';
import type { PolicyWatch } from '../policy/watchPolicy.ts';

export type CompaniesOptions = Omit<
  CompositionOptions,
  'company' | 'runtime' | 'hide' | 'matters' | 'values' | 'policy' | 'enrolled'
> & {
  /** The configuration file alone: what the policy sets is put above it, and taken off again, while Plumbline runs. */
  readonly config: Config;
  /** The desktop program's network stack; left out: this is not the desktop program. */
  readonly networkStack?: NetworkStack;
  /** Nobody sits here: a service. */
  readonly unattended?: boolean;
  /** What the organisation sets; nothing when left out. */
  readonly policy?: PolicyWatch;
  /** The tests' own; the machine's when left out. */
  readonly clock?: Clock;
  /** Opens this company alone, for a command that is about it; null: all. */
  readonly only: CompanyId | null;
};
