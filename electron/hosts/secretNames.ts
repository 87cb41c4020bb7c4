import { z } from 'zod';
import { type CompanyId, companyIdSchema } from '#shared/domain/company.ts';

/** Every secret that Plumbline can hold, with the environment variable that sets it on machines without a screen. */
export const secretNames = {
  'clearstory.keyId': 'PLUMBLINE_CLEARSTORY_KEY_ID',
  'clearstory.secret': 'PLUMBLINE_CLEARSTORY_SECRET',
  'procore.clientId': 'PLUMBLINE_PROCORE_CLIENT_ID',
  'procore.secret': 'PLUMBLINE_PROCORE_SECRET',
  'procore.login': 'PLUMBLINE_PROCORE_LOGIN',
  'sage.password': 'PLUMBLINE_SAGE_PASSWORD',
  'proxy.password': 'PLUMBLINE_PROXY_PASSWORD',
  'alarms.webhookKey': 'PLUMBLINE_ALARM_WEBHOOK_KEY',
  'alarms.mailPassword': 'PLUMBLINE_ALARM_MAIL_PASSWORD',
} as const;
export type SecretName = keyof typeof secretNames;

export type Environment = Readonly<Record<string, string | undefined>>;

/** What the engine calls the two halves of Clearstory's key together: JSON of `{ keyId, secret }`. */
export const clearstoryKey = 'clearstory.key';

export const clearstoryKeySchema = z.object({ keyId: z.string().min(1), secret: z.string().min(1) });
export type ClearstoryKey = z.infer<typeof clearstoryKeySchema>;

/** The name of one company's own secret, e.g. `acme/sage.password`. */
export function ownName(company: CompanyId, name: string): string {
  return `${company}/${name}`;
}

/** The environment variable of a stored name: `acme-west/sage.password` is set by `PLUMBLINE_SAGE_PASSWORD__ACME_WEST`. */
export function variableOf(stored: string): string {
  const [name = '', company] = stored.split('/').reverse();
  const variable = new Map<string, string>(Object.entries(secretNames)).get(name) ?? name;
  return company === undefined ? variable : `${variable}__${company.toUpperCase().replaceAll('-', '_')}`;
}

/** The secrets that the environment sets, for one company or for the only one; empty variables count as not set. */
export function secretsFromEnvironment(environment: Environment): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [variable, value] of Object.entries(environment)) {
    if (value === undefined || value === '') continue;
    for (const [name, plain] of Object.entries(secretNames)) {
      if (variable === plain) found.set(name, value);
      if (!variable.startsWith(`${plain}__`)) continue;
      const company = companyIdSchema.safeParse(
        variable
          .slice(plain.length + 2)
          .toLowerCase()
          .replaceAll('_', '-'),
      );
      if (company.success) found.set(ownName(company.data, name), value);
    }
  }
  return found;
}
