import { z } from 'zod';
import { itemKinds } from './item.ts';

/**
 * Procore's own environments (its page “Development Environments”, confidence high). The monthly sandbox takes production
 * credentials; the developer sandbox and the federal zone have their own.
 */
export const procoreEnvironments = {
  production: { words: 'Production', loginBase: 'https://login.procore.com', apiBase: 'https://api.procore.com' },
  sandbox: {
    words: 'Developer sandbox',
    loginBase: 'https://login-sandbox.procore.com',
    apiBase: 'https://sandbox.procore.com',
  },
  monthly: {
    words: 'Monthly sandbox',
    loginBase: 'https://login-sandbox-monthly.procore.com',
    apiBase: 'https://api-monthly.procore.com',
  },
  federal: {
    words: 'Federal zone',
    loginBase: 'https://login.procoregov.com',
    apiBase: 'https://api.procoregov.com',
  },
} as const;

export const procoreSettingsSchema = z.object({
  environment: z.enum(['production', 'sandbox', 'monthly', 'federal', 'custom']),
  /** Only of a custom environment. */
  loginBase: z.string(),
  apiBase: z.string(),
  /** Procore's number of the company, as in the address of its pages; empty: Procore is not used. */
  companyId: z.string().regex(/^\d{0,18}$/),
  /** As a service account, with the credentials alone; or as the person who logged in with the browser. */
  signIn: z.enum(['serviceAccount', 'person']),
  /** Fill in the number in Sage from Procore's own; otherwise it is typed. */
  useContractNumber: z.boolean(),
  useChangeNumber: z.boolean(),
  /** Sage vendor types that are offered for import; null: all, and vendors without a type. */
  vendorTypes: z.array(z.string()).nullable(),
  /** Procore's project template for imported jobs; empty: none. */
  template: z.string(),
  /** Procore's budget view to read budgets through, by its name; empty: the standard one. */
  budgetView: z.string().max(200),
  /** Give a pair of cost code and type that is new in Sage a line in Procore's budget. */
  autoAddCombinations: z.boolean(),
  /** Ledger account of Sage (1-7) for lines whose vendor and cost type do not say one; empty: none. */
  defaultAccount: z.string(),
  /** Ledger accounts of payables and of the retention held back; empty: the company's only account of that kind. */
  payableAccount: z.string(),
  retentionAccount: z.string(),
  /** Send by itself what is ready, without somebody accepting it. */
  directExport: z.object({ commitments: z.boolean(), changes: z.boolean(), invoices: z.boolean() }),
  /** From this amount on, another person than the one who submitted accepts; empty: one person is enough. */
  twoPersonsFrom: z.string(),
  /** Who may accept, by kind; empty: everybody. Windows or host names of persons. */
  approvers: z.partialRecord(z.enum(itemKinds), z.array(z.string().max(100)).max(50).readonly()),
});
export type ProcoreSettings = z.infer<typeof procoreSettingsSchema>;

/** Where Procore is reached: who gives out tokens, and the REST API. */
export function procoreBases({ environment, loginBase, apiBase }: ProcoreSettings): {
  readonly loginBase: string;
  readonly apiBase: string;
} {
  return environment === 'custom' ? { loginBase, apiBase } : procoreEnvironments[environment];
}

export const standardProcoreSettings: ProcoreSettings = {
  environment: 'production',
  loginBase: '',
  apiBase: '',
  companyId: '',
  signIn: 'serviceAccount',
  useContractNumber: true,
  useChangeNumber: true,
  vendorTypes: null,
  template: '',
  budgetView: '',
  autoAddCombinations: false,
  defaultAccount: '',
  payableAccount: '',
  retentionAccount: '',
  directExport: { commitments: false, changes: false, invoices: false },
  twoPersonsFrom: '',
  approvers: {},
};
